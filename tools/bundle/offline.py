"""Installs an unpacked bundle where there is no network, serves it, logs in and opens a form.

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
    server = subprocess.Popen(
        [jiheng, "serve", "--demo", "--port", str(PORT), "--data", data],
        stdout=subprocess.PIPE,
        text=True,
    )
    password = re.search(r"clerk11 +(\S+)", until_ready(server))[1]
    form = open_form(password)
    print("form:", re.search(r"<title>(.+?)</title>", form)[1], form.count("<td"), "cells")
    subprocess.run([jiheng, "backup", data.with_suffix(".zip"), "--data", data], check=True)
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


def open_form(password: str) -> str:
    """Return the page of the first form in a clerk's list."""
    browser = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    page = got(browser, "/log-in/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    fields = {"username": "clerk11", "password": password, "csrfmiddlewaretoken": token}
    got(browser, "/log-in/", urlencode(fields).encode())
    number = re.search(r'href="/forms/([^/"?]+)/"', got(browser, "/forms/"))[1]
    return got(browser, f"/forms/{number}/")


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
