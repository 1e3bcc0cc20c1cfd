package org.vitrine.bridge.xml;

import java.util.Locale;
import java.util.Map;

/**
 * Readable names for the identifiers of the operating-system database, as far as they follow from
 * the identifier itself: {@code http://debian.org/debian/12} is "Debian 12".
 */
final class OsNames {

  private static final int LONGEST = 80;

  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("almalinux.org/almalinux", "AlmaLinux"),
          Map.entry("alpinelinux.org/alpinelinux", "Alpine Linux"),
          Map.entry("altlinux.org/alt", "ALT"),
          Map.entry("apple.com/macosx", "macOS"),
          Map.entry("archlinux.org/archlinux", "Arch Linux"),
          Map.entry("centos.org/centos", "CentOS"),
          Map.entry("centos.org/centos-stream", "CentOS Stream"),
          Map.entry("cirros-cloud.net/cirros", "CirrOS"),
          Map.entry("debian.org/debian", "Debian"),
          Map.entry("dragonflybsd.org/dragonflybsd", "DragonFly BSD"),
          Map.entry("elementary.io/elementary", "elementary OS"),
          Map.entry("endlessos.com/eos", "Endless OS"),
          Map.entry("fedoraproject.org/coreos", "Fedora CoreOS"),
          Map.entry("fedoraproject.org/fedora", "Fedora"),
          Map.entry("fedoraproject.org/silverblue", "Fedora Silverblue"),
          Map.entry("freebsd.org/freebsd", "FreeBSD"),
          Map.entry("freedos.org/freedos", "FreeDOS"),
          Map.entry("gentoo.org/gentoo", "Gentoo"),
          Map.entry("guix.gnu.org/guix", "Guix"),
          Map.entry("haiku-os.org/haiku", "Haiku"),
          Map.entry("libosinfo.org/linux", "Linux"),
          Map.entry("mageia.org/mageia", "Mageia"),
          Map.entry("manjaro.org/manjaro", "Manjaro"),
          Map.entry("microsoft.com/msdos", "MS-DOS"),
          Map.entry("microsoft.com/winnt", "Windows NT"),
          Map.entry("netbsd.org/netbsd", "NetBSD"),
          Map.entry("nixos.org/nixos", "NixOS"),
          Map.entry("openbsd.org/openbsd", "OpenBSD"),
          Map.entry("opensuse.org/opensuse", "openSUSE"),
          Map.entry("oracle.com/ol", "Oracle Linux"),
          Map.entry("oracle.com/solaris", "Solaris"),
          Map.entry("redhat.com/rhel", "Red Hat Enterprise Linux"),
          Map.entry("rockylinux.org/rocky", "Rocky Linux"),
          Map.entry("scientificlinux.org/scientificlinux", "Scientific Linux"),
          Map.entry("slackware.com/slackware", "Slackware"),
          Map.entry("suse.com/sled", "SUSE Linux Enterprise Desktop"),
          Map.entry("suse.com/sle", "SUSE Linux Enterprise"),
          Map.entry("suse.com/sles", "SUSE Linux Enterprise Server"),
          Map.entry("system76.com/popos", "Pop!_OS"),
          Map.entry("ubuntu.com/ubuntu", "Ubuntu"),
          Map.entry("voidlinux.org/voidlinux", "Void Linux"));

  private static final Map<String, String> WINDOWS =
      Map.ofEntries(
          Map.entry("2k", "Windows 2000"),
          Map.entry("2k3", "Windows Server 2003"),
          Map.entry("2k3r2", "Windows Server 2003 R2"),
          Map.entry("2k8", "Windows Server 2008"),
          Map.entry("2k8r2", "Windows Server 2008 R2"),
          Map.entry("2k12", "Windows Server 2012"),
          Map.entry("2k12r2", "Windows Server 2012 R2"),
          Map.entry("2k16", "Windows Server 2016"),
          Map.entry("2k19", "Windows Server 2019"),
          Map.entry("2k22", "Windows Server 2022"),
          Map.entry("2k25", "Windows Server 2025"),
          Map.entry("me", "Windows Me"),
          Map.entry("vista", "Windows Vista"),
          Map.entry("xp", "Windows XP"));

  private OsNames() {}

  /** Empty where the identifier says nothing to a person. */
  static String of(String id) {
    String path = id.strip();
    int scheme = path.indexOf("://");
    path = scheme < 0 ? path : path.substring(scheme + 3);
    int slash = path.indexOf('/');
    int last = path.lastIndexOf('/');
    if (slash <= 0 || path.length() > LONGEST || !path.chars().allMatch(OsNames::isPlain)) {
      return "";
    }
    String family = last > slash ? path.substring(0, last) : path;
    String version = last > slash ? path.substring(last + 1) : "";
    if (family.equals("libosinfo.org/unknown") || family.isEmpty()) {
      return "";
    }
    if (family.equals("microsoft.com/win")) {
      String known = WINDOWS.get(version);
      return known != null ? known : withVersion("Windows", version);
    }
    String name = FAMILIES.get(family);
    return withVersion(name != null ? name : guessed(family.substring(slash + 1)), version);
  }

  private static boolean isPlain(int c) {
    return c > ' ' && c < 127;
  }

  private static String withVersion(String name, String version) {
    return version.isEmpty() || version.equals("unknown") ? name : name + " " + version;
  }

  private static String guessed(String word) {
    return word.isEmpty()
        ? ""
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).replace('/', ' ');
  }
}
