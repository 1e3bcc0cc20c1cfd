# What libosinfo itself makes of the installed database, for comparison.
#   libosinfo.py systems       one line a system
#   libosinfo.py media FOLDER  one line a file: its name, then the ids of all systems whose rules fit it
import os
import sys
import gi
gi.require_version("Libosinfo", "1.0")
from gi.repository import Libosinfo

ARCH = "x86_64"


def every(things):
    return [things.get_nth(i) for i in range(things.get_length())]


def wants(resources, field):
    for arch in (ARCH, "all"):
        for one in every(resources):
            if one.get_architecture() == arch:
                value = getattr(one, "get_" + field)()
                if value > 0:
                    return value
    return 0


def day(date):
    return "%04d-%02d-%02d" % (date.get_year(), date.get_month(), date.get_day()) if date else ""


def system(one):
    least, better = one.get_minimum_resources(), one.get_recommended_resources()
    devices = sorted(set(d.get_id() for d in every(one.get_all_devices(None))))
    scripts = sorted(s.get_id() for s in every(one.get_install_script_list()))
    return [
        one.get_id(), one.get_short_id(), one.get_name(), one.get_version() or "", one.get_vendor() or "",
        one.get_family() or "", one.get_distro() or "", day(one.get_release_date()), day(one.get_eol_date()),
        *[str(wants(res, field)) for res in (least, better) for field in ("n_cpus", "ram", "storage")],
        ",".join(devices), ",".join(scripts)]


loader = Libosinfo.Loader()
loader.process_default_path()
db = loader.get_db()
if sys.argv[1] == "systems":
    for one in every(db.get_os_list()):
        print("\t".join(system(one)))
else:
    for name in sorted(os.listdir(sys.argv[2])):
        found = []
        try:
            medium = Libosinfo.Media.create_from_location_with_flags(os.path.join(sys.argv[2], name), None, 0)
            found = sorted(set(m.get_os().get_id() for m in every(db.identify_medialist(medium))))
        except gi.repository.GLib.Error as error:
            found = ["error: " + error.message]
        print("\t".join([name] + found))
