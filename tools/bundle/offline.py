"""Installs an unpacked bundle where there is no network, serves it, and begins a form there.

Run as ``unshare -n python offline.py UNPACKED PREFIX DATA`` with nothing of Jiheng at hand.
"""

import fcntl
import re
import socket
import struct
import subprocess
import sys
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, build_opener

PORT = 8817
PATIENCE = 200
PEOPLE = """\
organisations:
  - {name: 云岭市水务局, kind: department}
  - {name: 云岭市水质监测站, kind: unit, above: 云岭市水务局}
people:
  - {username: qianjin, name: 钱进, posts: [{role: clerk, at: 云岭市水质监测站}]}
"""
FORM = {
    "project": "断面水质监测",
    "year": "2026",
    "rows": "产出指标，数量指标，监测断面，≥12个，50\n效益指标，生态效益指标，达标率，≥90%，40",
}
PASSWORD = "Duanmian-2026"
LOOPBACK = b"lo"
GET_FLAGS, SET_FLAGS, IS_UP = 0x8913, 0x8914, 0x1


def main() -> None:
    """Do it all, and print what was seen."""
    unpacked, prefix, data = map(Path, sys.argv[1:])
    raise_loopback()
    print("interfaces:", *(name for _, name in socket.if_nameindex()))
    install = [unpacked / "install.sh", "--no-service", "--prefix", prefix, "--data", data]
    subprocess.run([*install, "--python", sys.executable], check=True)
    jiheng = prefix / "current" / "bin" / "jiheng"
    people = prefix / "people.yaml"
    people.write_text(PEOPLE, encoding="utf-8")
    command = [jiheng, "serve", "--people", people, "--port", str(PORT), "--data", data]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        form = begun_form(re.search(r"qianjin +(\S+)", until_ready(server))[1])
        print("form:", re.search(r"<title>(.+?)</title>", form)[1], form.count("<td"), "cells")
        subprocess.run([jiheng, "backup", data.with_suffix(".zip"), "--data", data], check=True)
    finally:
        server.terminate()
        print("stopped:", server.wait(60))
    subprocess.run([jiheng, "doctor", "--data", data], check=True)
    again = data.with_name("again")
    subprocess.run([jiheng, "restore", data.with_suffix(".zip"), "--data", again], check=True)


def raise_loopback() -> None:
    """Let this machine at least reach itself: a new network name space begins without."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        asked = struct.pack("16sh14x", LOOPBACK, 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(handle, GET_FLAGS, asked))[1]
        if not flags & IS_UP:
            fcntl.ioctl(handle, SET_FLAGS, struct.pack("16sh14x", LOOPBACK, flags | IS_UP))


def until_ready(server: subprocess.Popen[str]) -> str:
    """Return what the server said until it served."""
    said = ""
    for line in server.stdout:
        said += line
        if f":{PORT}/" in line:
            return said
    raise SystemExit(f"the server did not start: {said}")


def begun_form(password: str) -> str:
    """Return the page of a form that a clerk began."""
    browser = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    sent(browser, "/log-in/", {"username": "qianjin", "password": password})
    new = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    sent(browser, "/password/", {"old_password": password, **new})
    unit = re.search(r'<option value="(\d+)"', got(browser, "/begin/"))[1]
    return sent(browser, "/begin/", {"unit": unit, **FORM})


def sent(browser: OpenerDirector, path: str, fields: dict[str, str]) -> str:
    """Return where a page leads that is filled in and sent."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', got(browser, path))[1]
    return got(browser, path, urlencode({**fields, "csrfmiddlewaretoken": token}).encode())


def got(browser: OpenerDirector, path: str, posted: bytes | None = None) -> str:
    """Return a page; the server may need a moment after it said that it serves."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with browser.open(f"http://127.0.0.1:{PORT}{path}", posted, timeout=60) as answer:
                return answer.read().decode()
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


if __name__ == "__main__":
    main()
