# shellcheck shell=bash
# What the scripts of packaging/ share: where things are, the JDK, the system's packages, the build, the start.
# Sourced, never run. Forks are few on the way to a start: they count in the time until the window shows.

ROOT=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
JARS=$ROOT/app/target/jars
LAUNCH=$ROOT/app/target/launch
MAIN_CLASS=org.vitrine.app.app.Main
JAVA_LEAST=25

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# ---- locale -------------------------------------------------------------------------------------------------------

# Under LC_ALL=C Java cannot name a file that has a letter outside ASCII in its name.
use_unicode_locale() {
  local now=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  case $now in
    '' | C | POSIX | C.ASCII | ANSI_X3.4-1968)
      unset LC_ALL
      export LC_CTYPE=C.UTF-8
      if [[ ${LANG:-C} == C || ${LANG:-C} == POSIX ]]; then export LANG=C.UTF-8; fi
      ;;
  esac
}

# ---- the JDK ------------------------------------------------------------------------------------------------------

# Sets java_major to the version of the JDK in $1, or to 0 when there is none. Reads the JDK's own file: no process.
java_major=0
read_java_major() {
  local key value
  java_major=0
  [[ -x $1/bin/javac && -r $1/release ]] || return 0
  while IFS='=' read -r key value; do
    if [[ $key == JAVA_VERSION ]]; then
      value=${value//\"/}
      value=${value%%[!0-9]*}
      java_major=${value:-0}
      return 0
    fi
  done <"$1/release"
}

# Sets and exports JAVA_HOME to a JDK that is new enough; false when the machine has none.
find_java() {
  local folder best='' best_major=0
  if [[ -n ${JAVA_HOME:-} ]]; then
    read_java_major "$JAVA_HOME"
    if ((java_major >= JAVA_LEAST)); then
      export JAVA_HOME
      return 0
    fi
  fi
  for folder in /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* /opt/* /opt/*/*jdk* /usr/java/* /usr/local/*jdk*; do
    [[ -x $folder/bin/javac ]] || continue
    read_java_major "$folder"
    # the lowest that is new enough: the one the project is tried with
    if ((java_major >= JAVA_LEAST)) && { [[ -z $best ]] || ((java_major < best_major)); }; then
      best=$folder
      best_major=$java_major
    fi
  done
  [[ -n $best ]] || return 1
  export JAVA_HOME=$best
}

need_java() {
  find_java && return 0
  if apt_knows openjdk-25-jdk-headless; then
    apt_install openjdk-25-jdk-headless && find_java && return 0
  fi
  say "Vitrine needs a JDK $JAVA_LEAST or newer; none was found here, and this system has no package openjdk-25-jdk."
  die "Unpack one from https://adoptium.net into /opt, or set JAVA_HOME to yours, and start again."
}

# ---- the system's packages ----------------------------------------------------------------------------------------

has_apt() { [[ -x /usr/bin/apt-get && -x /usr/bin/dpkg-query ]]; }

# Runs a command with root's rights: as root, by sudo without a password, or by sudo at a terminal.
as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  elif command -v sudo >/dev/null && [[ -t 0 && -z ${CI:-} ]]; then
    sudo "$@"
  else
    return 126
  fi
}

apt_run() {
  as_root env DEBIAN_FRONTEND=noninteractive APT_LISTCHANGES_FRONTEND=none NEEDRESTART_MODE=l \
    apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold "$@" </dev/null >&2
}

# Missing or a day old: a package may no longer be where the list says. One unreachable source is no reason to stop.
apt_refresh() {
  local fresh
  [[ -z ${apt_refreshed:-} ]] || return 0
  fresh=$(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null || true)
  [[ -n $fresh ]] || apt_run update || say "apt-get update failed in part; going on with what is known."
  apt_refreshed=yes
}

apt_knows() {
  has_apt || return 1
  apt_refresh
  local seen
  seen=$(apt-cache policy "$1" 2>/dev/null || true)
  [[ $seen == *"Candidate: "* && $seen != *"Candidate: (none)"* ]]
}

# Where no init runs, a package's daemon would start as a loose process that nobody ends: keep it from starting.
apt_install() {
  local fence='' done=0
  apt_refresh
  if [[ ! -d /run/systemd/system && ! -e /usr/sbin/policy-rc.d ]]; then
    fence=/usr/sbin/policy-rc.d
    as_root sh -c "printf '#!/bin/sh\nexit 101\n' >$fence && chmod 755 $fence" || fence=''
  fi
  apt_run install --no-install-recommends "$@" || done=$?
  [[ -z $fence ]] || as_root rm -f "$fence"
  return "$done"
}

# Prints the packages of the given purposes, one line each, alternatives as written.
packages_for() {
  local purpose package wanted
  while read -r purpose package _; do
    for wanted in "$@"; do
      if [[ $purpose == "$wanted" ]]; then printf '%s\n' "$package"; fi
    done
  done <"$ROOT/packaging/debian-packages"
}

package_states() {
  # shellcheck disable=SC2016 # placeholders of dpkg-query, not of the shell
  dpkg-query -W -f='${Package} ${db:Status-Status}\n'
}

# Installs what is missing of the given purposes. On a system without apt: prints the list and goes on.
need_packages() {
  local name state line choice missing=()
  local -A installed=()
  if ! has_apt; then
    say "This system has no apt. Vitrine needs what these Debian packages hold:"
    packages_for "$@" | sort -u | tr '\n' ' ' >&2
    say ""
    return 0
  fi
  while read -r name state; do
    if [[ $state == installed ]]; then installed[$name]=1; fi
  done < <(package_states)
  while read -r line; do
    local found='' names=()
    IFS='|' read -ra names <<<"$line"
    for name in "${names[@]}"; do
      if [[ -n ${installed[$name]:-} ]]; then found=yes; fi
    done
    [[ -z $found ]] || continue
    choice=${names[0]}
    if ((${#names[@]} > 1)); then
      for name in "${names[@]}"; do
        if apt_knows "$name"; then
          choice=$name
          break
        fi
      done
    fi
    missing+=("$choice")
  done < <(packages_for "$@" | sort -u)
  ((${#missing[@]})) || return 0
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  apt_install "${missing[@]}" && return 0
  say "These packages could not be installed: ${missing[*]}"
  say "Install them as root (apt-get install ...) and start again; going on with what is there."
}

# The same, but at most once after each change of the list.
need_packages_once() {
  local mark=$LAUNCH/packages-$1
  if [[ $mark -nt $ROOT/packaging/debian-packages ]]; then return 0; fi
  need_packages "$@"
  mkdir -p "$LAUNCH"
  : >"$mark"
}

# ---- the build ----------------------------------------------------------------------------------------------------

# True when something the app is built from is newer than the last build, or was removed since.
sources_changed() {
  [[ -e $LAUNCH/built && -e $LAUNCH/java.args ]] || return 0
  local newer
  newer=$(find "$ROOT/pom.xml" "$ROOT/.mvn" "$ROOT/packaging/lib/launch.sh" "$ROOT"/{model,hypervisor-bridge,app} \
    \( -name target -o -path '*/src/test' \) -prune -o -newer "$LAUNCH/built" ! -path "$ROOT/app" -print -quit)
  [[ -n $newer ]]
}

maven() {
  command -v mvn >/dev/null || die "Vitrine is built with Maven; its package is called maven."
  # silences what Maven's own libraries do on a new JDK
  MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    mvn -B -ntp -Dstyle.color=never -f "$ROOT/pom.xml" "$@" </dev/null
}

# Builds the app's folder app/target/jars. Offline first: what was fetched once is not asked for again.
build_app() {
  local began=$ROOT/app/target/build-began log=$ROOT/app/target/build.log
  say "Building Vitrine (the first time fetches its libraries) ..."
  mkdir -p "$ROOT/app/target"
  rm -rf "$JARS"
  : >"$began"
  if ! maven -q -o -DskipTests package >"$log" 2>&1 && ! maven -q -DskipTests package >"$log" 2>&1; then
    cat "$log" >&2
    die "The build failed."
  fi
  mkdir -p "$LAUNCH"
  rm -f "$LAUNCH"/cache-tried
  write_java_args "$LAUNCH/java.args" "$JARS"
  touch -r "$began" "$LAUNCH/built"
}

# ---- the start ----------------------------------------------------------------------------------------------------

# Writes the file of JVM options for the jars in folder $2, as seen from where the app will run.
# One file for every start, because an AOT cache is only valid for the options it was made with.
write_java_args() {
  local file=$1 jars=$2 jar path=''
  for jar in "$jars"/classpath/*.jar; do path+=${path:+:}$jar; done
  {
    jvm_options "$jars"
    printf '%s\n' "--class-path" "\"$path\""
  } >"$file"
}

# Sizes by measurement with 1,000 machines (25 MiB alive): a small young generation and a heap that grows late keep the
# resident size at two thirds of what the defaults take; what the windows' libraries free is handed back.
jvm_options() {
  printf '%s\n' \
    "--module-path \"$1/modules\"" \
    "--add-modules javafx.controls" \
    "--enable-native-access=javafx.graphics,ALL-UNNAMED" \
    "--sun-misc-unsafe-memory-access=allow" \
    "-Djava.library.path=\"$1/modules\"" \
    "-Djna.boot.library.path=\"$1/native/com/sun/jna/linux-x86-64:$1/native/com/sun/jna/linux-aarch64\"" \
    "-Djna.encoding=UTF-8" \
    "-XX:+UseSerialGC" \
    "-XX:TieredStopAtLevel=1" \
    "-Xms44m" \
    "-Xmn26m" \
    "-Xmx384m" \
    "-Xss512k" \
    "-XX:MinHeapFreeRatio=10" \
    "-XX:MaxHeapFreeRatio=30" \
    "-XX:ReservedCodeCacheSize=48m" \
    "-XX:-UsePerfData" \
    "-XX:TrimNativeHeapInterval=5000" \
    "-Xlog:aot*=off,cds*=off"
}

# Makes the AOT cache. Never a reason to stop: without it the start is only slower.
make_aot_cache() {
  : >"$LAUNCH/cache-tried"
  say "Preparing a fast start ..."
  train "$JAVA_HOME/bin/java" "$LAUNCH/java.args" "$LAUNCH/vitrine.aot" "$LAUNCH/training.log" ||
    say "No fast start this time; the reason is in $LAUNCH/training.log"
}

# train JAVA ARGS CACHE LOG: a run of the app that leaves the classes and objects of a start in a cache.
train() {
  local home toolkit=() cache=$3
  home=$(mktemp -d)
  rm -f "$cache"
  # with a display the training sees the toolkit of real starts
  if command -v Xvfb >/dev/null; then toolkit=(-Dglass.platform=gtk); fi
  with_display env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS HOME="$home" XDG_CONFIG_HOME="$home/config" \
    XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_DATA_HOME="$home/data" \
    timeout "${VITRINE_TRAINING_SECONDS:-60}" "$1" "-XX:AOTCacheOutput=$cache" "@$2" "${toolkit[@]}" \
    "$MAIN_CLASS" --demo --connect test:///default --screenshot "$home/training.png" >"$4" 2>&1 || true
  rm -rf "$home"
  [[ -s $cache ]]
}

# Runs a command on a private display where Xvfb is there, so that training sees the same toolkit as real starts.
with_display() {
  if ! command -v Xvfb >/dev/null; then
    local -x DISPLAY='' WAYLAND_DISPLAY=''
    "$@"
    return
  fi
  local number server status=0 folder
  folder=$(mktemp -d)
  # without -noreset it turns everybody away for a moment whenever its last guest leaves
  Xvfb -displayfd 7 -noreset -screen 0 1280x1024x24 -nolisten tcp 7>"$folder/number" 2>/dev/null >&2 &
  server=$!
  for _ in {1..100}; do
    [[ ! -s $folder/number ]] || break
    sleep 0.05
  done
  number=$(<"$folder/number")
  local -x DISPLAY=":$number" WAYLAND_DISPLAY='' GDK_BACKEND=x11
  # in a shell of its own: whatever gives up in there, the display is taken down
  ("$@") || status=$?
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$folder"
  return "$status"
}

# Everything a start needs, done once; then nothing but two looks at the disk.
prepare() {
  need_packages_once run build
  need_java
  if sources_changed; then build_app; fi
  if cache_is_old; then make_aot_cache; fi
}

# A build by other means replaces the jars too; the JVM then refuses the cache and starts without it.
cache_is_old() {
  local jar
  for jar in "$JARS"/classpath/vitrine-*.jar; do
    if [[ $jar -nt $LAUNCH/cache-tried ]]; then return 0; fi
  done
  return 1
}

# Becomes the app. GTK is told not to look for a GL of its own: nothing here draws with it, and without a graphics card
# it would load a whole software renderer, 50 MiB and some tenths of a second.
start() {
  export GDK_GL=disable MALLOC_ARENA_MAX=2
  local cache=()
  if [[ -e $LAUNCH/vitrine.aot ]]; then cache=("-XX:AOTCache=$LAUNCH/vitrine.aot"); fi
  exec "$JAVA_HOME/bin/java" "${cache[@]}" "@$LAUNCH/java.args" "$MAIN_CLASS" "$@"
}
