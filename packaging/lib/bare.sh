#!/bin/bash
# Proves packaging/run on systems that have nothing but git: Debian roots made from the mirror, in a folder that is
# thrown away. Called by packaging/test --bare; needs root. Arguments: the suites (bookworm trixie by default).
set -euo pipefail
# shellcheck source=packaging/lib/launch.sh
source "${BASH_SOURCE[0]%/*}/launch.sh"

((EUID == 0)) || die "packaging/test --bare needs root, to make a system and enter it."
command -v mmdebstrap >/dev/null || apt_install mmdebstrap
find_java || true
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
suites=("$@")
if ((${#suites[@]} == 0)); then suites=(bookworm trixie); fi

# inside ROOT COMMAND...: runs in the system, with mounts that vanish with the process.
inside() {
  local root=$1
  shift
  # shellcheck disable=SC2016 # for the shell inside
  unshare --mount --pid --fork bash -c '
    set -e
    root=$1; jdk=$2; shift 2
    mount -t proc proc "$root/proc"
    mount --bind /dev "$root/dev"
    mkdir -p "$root/jdk" && { [ -z "$jdk" ] || mount --bind -o ro "$jdk" "$root/jdk"; }
    exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C "$@"
  ' inside "$root" "${JAVA_HOME:-}" "$@" </dev/null
}

bare() {
  local suite=$1 root=$work/$1 status=0 said
  printf '== %s: a bare system\n' "$suite"
  mmdebstrap --quiet --variant=minbase --include=git,ca-certificates "$suite" "$root" http://deb.debian.org/debian
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  git clone -q "$ROOT" "$root/root/vitrine"
  # the libraries that were fetched already are not fetched again
  if [[ -d $HOME/.m2/repository ]]; then
    mkdir -p "$root/root/.m2"
    cp -r "$HOME/.m2/repository" "$root/root/.m2/"
  fi
  if [[ $suite == bookworm ]]; then
    printf '== %s: without a JDK it says what to do\n' "$suite"
    said=$(inside "$root" /root/vitrine/packaging/run --screenshot /root/one.png 2>&1) && die "It started without a JDK?"
    tail -n 2 <<<"$said"
    grep -q 'Unpack one from' <<<"$said" || die "It does not say where a JDK comes from."
    printf '== %s: with the JDK of JAVA_HOME\n' "$suite"
    inside "$root" env JAVA_HOME=/jdk /root/vitrine/packaging/run --screenshot /root/one.png --demo || status=$?
  else
    inside "$root" /root/vitrine/packaging/run --screenshot /root/one.png --demo || status=$?
  fi
  ((status == 0)) || die "packaging/run failed on $suite."
  file "$root/root/one.png"
  [[ $(stat -c %s "$root/root/one.png") -gt 20000 ]] || die "The picture on $suite shows nothing."
}

for suite in "${suites[@]}"; do bare "$suite"; done
