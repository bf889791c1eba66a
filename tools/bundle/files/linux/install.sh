#!/bin/sh
# 安装绩衡，不用网络。Installs Jiheng without a network.
#   ./install.sh [--prefix /opt/jiheng] [--data /var/lib/jiheng] [--python PATH] [--no-service]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=/opt/jiheng
data=/var/lib/jiheng
python=
service=yes

stop() {
    printf '%s\n%s\n' "$1" "$2" >&2
    exit 2
}
say() { printf '%s\n%s\n' "$1" "$2"; }

while [ $# -gt 0 ]; do
    case "$1" in
        --prefix | --data | --python)
            [ $# -ge 2 ] || stop "$1 后面要写一个值。" "$1 wants a value."
            case "$1" in
                --prefix) prefix=$2 ;;
                --data) data=$2 ;;
                --python) python=$2 ;;
            esac
            shift 2
            ;;
        --no-service) service=no; shift ;;
        *) stop "不认识的选项：$1" "Unknown option: $1" ;;
    esac
done
case "$prefix$data" in
    *[!A-Za-z0-9/._-]*) stop "安装目录和数据目录只能用字母、数字和 / . _ -。" \
        "The folders may only hold letters, digits and / . _ -." ;;
esac

machine=$(sed -n 1p "$here/PLATFORM")
version=$(sed -n 2p "$here/PLATFORM")
pythons=$(sed -n 3p "$here/PLATFORM")
[ "$(uname -s)" = Linux ] && [ "$(uname -m)" = "$machine" ] || stop \
    "这个安装包是给 Linux $machine 的，本机是 $(uname -s) $(uname -m)。" \
    "This bundle is for Linux $machine; this is $(uname -s) $(uname -m)."

(cd "$here" && sha256sum --quiet -c SHA256SUMS) || stop \
    "安装包与发出时不同，请重新拷贝。" "The bundle is not as it was made; copy it again."

# The wheels stand on glibc 2.28; an older one would only be told of after half an installation.
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //')
oldest=$(printf '2.28\n%s\n' "${glibc:-0}" | sort -V | head -n 1)
[ "$oldest" = 2.28 ] || stop "系统的 glibc 是 ${glibc:-未知}，需要 2.28 以上。" \
    "glibc is ${glibc:-unknown}; 2.28 or newer is needed."

[ "$(id -u)" -eq 0 ] || service=no
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true; }
is_known() { case " $pythons " in *" $1 "*) [ -n "$1" ] ;; *) false ;; esac; }
# A Python in somebody's home cannot be run by the user of the service.
is_private() {
    [ "$service" = yes ] || return 1
    case "$("$1" -c 'import os, sys; print(os.path.realpath(sys.executable))')" in
        /root/* | /home/*) true ;;
        *) false ;;
    esac
}

if [ -z "$python" ]; then
    names="$(printf '%s\n' $pythons | sort -rV | sed 's/^/python/') python3"
    for each in $names $(printf '/usr/local/bin/%s ' $names) $(printf '/usr/bin/%s ' $names); do
        if is_known "$(version_of "$each")" && ! is_private "$each"; then
            python=$each
            break
        fi
    done
fi
[ -n "$python" ] || stop \
    "没有找到 Python（可用：$pythons）。请先安装，或用 --python 指明它的路径。" \
    "No Python was found (any of: $pythons). Install one, or name it with --python."
found=$(version_of "$python")
is_known "$found" || stop "$python 是 Python ${found:-?}，可用：$pythons。" \
    "$python is Python ${found:-?}; wanted is any of: $pythons."
! is_private "$python" || stop "$python 在个人目录里，服务的用户用不了；请换一个，或加 --no-service。" \
    "$python is in somebody's home, where the service cannot run it; name another, or --no-service."
"$python" -c 'import venv, ensurepip, sqlite3, ssl' 2>/dev/null || stop \
    "$python 缺 venv、ensurepip、sqlite3 或 ssl（Debian、Ubuntu：安装 python$found-venv）。" \
    "$python lacks venv, ensurepip, sqlite3 or ssl (Debian, Ubuntu: install python$found-venv)."

say "用 Python $found 安装绩衡 $version 到 $prefix/$version" \
    "Installing Jiheng $version with Python $found into $prefix/$version"
mkdir -p "$prefix"
"$python" -m venv --clear "$prefix/$version"
"$prefix/$version/bin/python" -m pip --disable-pip-version-check --no-cache-dir --isolated install \
    --quiet --no-index --find-links "$here/wheels" --only-binary :all: --require-hashes \
    -r "$here/requirements-$found.txt"
"$prefix/$version/bin/jiheng" --version
# The switch: a failed installation above leaves the version that was running.
ln -sfn "$version" "$prefix/current"

if [ "$service" = no ]; then
    say "已安装。启动：" "Installed. To start it:"
    printf '  %s\n' "$prefix/current/bin/jiheng serve --data $data"
    exit 0
fi

id jiheng >/dev/null 2>&1 || useradd --system --home-dir "$data" --shell /usr/sbin/nologin jiheng
install -d -o jiheng -g jiheng -m 0700 "$data"
install -d -m 0755 /etc/jiheng
[ -f /etc/jiheng/jiheng.env ] || install -m 0600 "$here/jiheng.env" /etc/jiheng/jiheng.env
for unit in jiheng.service jiheng-backup.service jiheng-backup.timer; do
    sed -e "s|@PREFIX@|$prefix|g" -e "s|@DATA@|$data|g" "$here/$unit" >"/etc/systemd/system/$unit"
done
if command -v systemctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable jiheng.service jiheng-backup.timer
    say "已装好服务。设置在 /etc/jiheng/jiheng.env；启动或升级后重启：" \
        "The service is in place. Settings: /etc/jiheng/jiheng.env; to start, or after an upgrade:"
    printf '  systemctl restart jiheng\n  systemctl start jiheng-backup.timer\n'
else
    say "服务文件已放到 /etc/systemd/system，本机没有运行 systemd。" \
        "The units are in /etc/systemd/system; systemd does not run here."
fi
