# SPDX-License-Identifier: Apache-2.0
# What ./homekeep and ./verify share. Read by them, not run. Plain enough for bash 3.2, which macOS still has.

say() {
  printf 'homekeep: %s\n' "$*" >&2
}

# Whether a folder is a JDK 25 (with a compiler, so that it can build).
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"
}

# The folder of the Java that is on the path, behind all its links.
java_home_on_path() {
  java=$(command -v java) || return 1
  while [ -L "$java" ]; do
    target=$(readlink "$java")
    case $target in
      /*) java=$target ;;
      *) java=$(dirname "$java")/$target ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# Sets JAVA_HOME to a JDK 25, or says what to install.
find_jdk_25() {
  for candidate in "${JAVA_HOME:-}" "$(java_home_on_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /opt/*jdk* /opt/java/* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  say "JDK 25 is needed and was not found. [jdk_missing]"
  case $(uname -s) in
    Darwin) say "Install it with: brew install --cask temurin@25" ;;
    *) say "Install Temurin 25 from https://adoptium.net/installation/linux/ (package temurin-25-jdk), or with SDKMAN: sdk install java 25-tem" ;;
  esac
  say "Where it is already there, say where: JAVA_HOME=/path/to/jdk-25 $0"
  return 1
}

# Whether the system's loader knows a library.
has_library() {
  { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"
}

# The first of some names that this system's package lists have; newer releases call some packages otherwise.
package_named() {
  for name; do
    if apt-cache show "$name" >/dev/null 2>&1; then
      echo "$name"
      return
    fi
  done
  echo "$1"
}

# The Debian packages that the window's libraries are missing from.
missing_for_the_window() {
  has_library libgtk-3.so.0 || package_named libgtk-3-0t64 libgtk-3-0
  has_library libGL.so.1 || echo libgl1
  has_library libXtst.so.6 || echo libxtst6
  has_library libXxf86vm.so.1 || echo libxxf86vm1
  has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
  [ -d /usr/share/fonts ] && [ -n "$(find /usr/share/fonts -name '*.[to]tf' -print -quit)" ] || echo fonts-dejavu-core
}

# Installs Debian packages as root; else prints the command that does, and fails.
install_packages() {
  [ $# -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "Missing on this system; Debian calls them: $*"
    return 1
  fi
  if [ "$(id -u)" != 0 ]; then
    say "Some packages are missing. Install them with:"
    say "  sudo apt-get install --yes --no-install-recommends $*"
    return 1
  fi
  say "Installing $*"
  # shellcheck disable=SC2086
  if ! apt_install "$@"; then
    apt-get update >&2 && apt_install "$@"
  fi
}

apt_install() {
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" >&2
}
