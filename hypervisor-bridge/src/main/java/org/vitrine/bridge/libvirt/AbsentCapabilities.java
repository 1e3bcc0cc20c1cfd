package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.host.Capability;
import org.vitrine.model.host.Driver;

/**
 * Asks a host's driver what it lacks, with calls that change nothing; what can only be found out by
 * doing it is taken to be there, and fails with its reason.
 */
final class AbsentCapabilities {

  private static final int ENFORCE = 1 << 31;

  /** A filter that no domain passes, so that the question costs nothing. */
  private static final int INACTIVE_AND_TRANSIENT = (1 << 1) | (1 << 3);

  private static final int USAGE =
      BulkStats.CPU_TOTAL | BulkStats.BALLOON | BulkStats.BLOCK | BulkStats.INTERFACE;
  private static final int METADATA_DESCRIPTION = 0;
  private static final int START_PAUSED = 1;
  private static final int NOBODYS_FLAG = 1 << 30;
  private static final Pattern FLAGS = Pattern.compile("\\(0x([0-9a-f]{1,8})\\)");

  private final LibvirtExtra libvirt;
  private final ConnectionPointer connection;
  private final boolean refusesUnknownFlags;
  private final Map<Capability, String> absent = new EnumMap<>(Capability.class);

  private AbsentCapabilities(
      LibvirtExtra libvirt, ConnectionPointer connection, boolean refusesUnknownFlags) {
    this.libvirt = libvirt;
    this.connection = connection;
    this.refusesUnknownFlags = refusesUnknownFlags;
  }

  static Map<Capability, String> ask(
      LibvirtExtra libvirt, ConnectionPointer connection, Driver driver) {
    // a driver that took a flag it does not know would start the machine it is asked about
    boolean careful = driver == Driver.QEMU || driver == Driver.TEST;
    AbsentCapabilities question = new AbsentCapabilities(libvirt, connection, careful);
    question.ask();
    return question.absent;
  }

  private void ask() {
    ask(Capability.NETWORKS, () -> libvirt.virConnectNumOfNetworks(connection));
    ask(Capability.STORAGE, () -> libvirt.virConnectNumOfStoragePools(connection));
    PointerByReference records = new PointerByReference();
    ask(
        Capability.USAGE,
        () ->
            libvirt.virConnectGetAllDomainStats(
                connection, USAGE, records, ENFORCE | INACTIVE_AND_TRANSIENT));
    if (records.getValue() != null) {
      libvirt.virDomainStatsRecordListFree(records.getValue());
    }
    askOfOneMachine();
  }

  /** Some questions can only be asked of a machine; where there is none, nothing is missed. */
  private void askOfOneMachine() {
    PointerByReference domains = new PointerByReference();
    int count = libvirt.virConnectListAllDomains(connection, domains, 0);
    if (count < 0) {
      return;
    }
    Pointer array = domains.getValue();
    Pointer[] found = array.getPointerArray(0, count);
    if (found.length > 0) {
      DomainPointer domain = new DomainPointer(found[0]);
      ask(Capability.AUTOSTART, () -> libvirt.virDomainGetAutostart(domain, new IntByReference()));
      if (refusesUnknownFlags) {
        askForStartPaused(domain);
      }
      ask(Capability.SAVE, () -> libvirt.virDomainHasManagedSaveImage(domain, 0));
      ask(
          Capability.LABELS,
          () -> {
            CString text = libvirt.virDomainGetMetadata(domain, METADATA_DESCRIPTION, null, 0);
            if (text != null) {
              text.free();
            }
            return text == null ? -1 : 0;
          });
    }
    for (Pointer domain : found) {
      libvirt.virDomainFree(domain);
    }
    Native.free(Pointer.nativeValue(array));
  }

  /**
   * Asks to start with a flag that nobody has, so nothing can start: the refusal lists the flags
   * that are not known, and that one must be alone.
   */
  private void askForStartPaused(DomainPointer domain) {
    if (libvirt.virDomainCreateWithFlags(domain, NOBODYS_FLAG | START_PAUSED) >= 0) {
      return;
    }
    Told told = Told.last(libvirt);
    Matcher unknown = FLAGS.matcher(told.message());
    if (told.code() == Code.INVALID_ARG
        && unknown.find()
        && (Long.parseLong(unknown.group(1), 16) & START_PAUSED) != 0) {
      absent.put(Capability.START_PAUSED, told.message());
    }
  }

  private void ask(Capability capability, IntSupplier question) {
    if (question.getAsInt() >= 0) {
      return;
    }
    Told told = Told.last(libvirt);
    if (told.code() == Code.NO_SUPPORT || told.code() == Code.ARGUMENT_UNSUPPORTED) {
      absent.put(capability, told.message());
    }
  }
}
