#!/bin/sh
# Starts the installed Vitrine.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    # Java cannot name every file under this locale
    unset LC_ALL
    export LC_CTYPE=C.UTF-8
    ;;
esac
# GTK needs no GL of its own here (without a graphics card that would be a whole software renderer)
export GDK_GL=disable MALLOC_ARENA_MAX=2
home=/opt/vitrine/lib
exec "$home/runtime/bin/java" "-XX:AOTCache=$home/app/vitrine.aot" "@$home/app/java.args" org.vitrine.app.app.Main "$@"
