# Sourced by the scripts beside it and by ./toolwire: finds a JDK of release 25 or newer.
# Reads each candidate's `release` file instead of starting it, so a search costs no process.

# Sets JAVA_HOME and JDK_VERSION if $1 is such a JDK.
try_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        found=${line#*\"}
        found=${found%\"*}
        [ "${found%%[!0-9]*}" -ge 25 ] 2>/dev/null || return 1
        JAVA_HOME=$1 JDK_VERSION=$found
        export JAVA_HOME
        return 0
        ;;
    esac
  done <"$1/release"
  return 1
}

# JAVA_HOME first, then the usual places, then the javac on the PATH; says what to install if all fail.
find_jdk() {
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /opt/java/* /usr/local/* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    try_jdk "$candidate" && return 0
  done
  if javac=$(command -v javac) && javac=$(readlink -f "$javac"); then
    try_jdk "${javac%/bin/javac}" && return 0
  fi
  cat >&2 <<'MESSAGE'
No JDK 25 or newer found in JAVA_HOME, /usr/lib/jvm, /opt, ~/.sdkman or on the PATH. Install one:
  Debian, Ubuntu   sudo apt-get install openjdk-25-jdk   (or temurin-25-jdk, from Adoptium's repository)
  Fedora           sudo dnf install java-25-openjdk-devel
  macOS            brew install --cask temurin@25
  SDKMAN           sdk install java 25-tem
If you have one elsewhere, set JAVA_HOME to its directory.
MESSAGE
  return 1
}
