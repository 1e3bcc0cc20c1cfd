package org.vitrine.model.plan;

import java.util.List;
import org.vitrine.model.unit.ByteSize;

/**
 * The reason for a value that nobody chose.
 *
 * @param details what the words name, in the order given at the reason
 */
public record Why(Reason reason, List<Detail> details) {

  public Why {
    details = List.copyOf(details);
  }

  public static Why of(Reason reason, Detail... details) {
    return new Why(reason, List.of(details));
  }

  /** A value that the words name. */
  public sealed interface Detail {

    record Text(String text) implements Detail {}

    record Size(ByteSize size) implements Detail {}

    record Count(int count) implements Detail {}
  }

  public static Detail text(String text) {
    return new Detail.Text(text);
  }

  public static Detail size(ByteSize size) {
    return new Detail.Size(size);
  }

  public static Detail count(int count) {
    return new Detail.Count(count);
  }

  /** Where a reason is known from. */
  public enum Source {
    /** The catalogue of operating systems. */
    OS_CATALOGUE,
    /** The host's computer, as it is now. */
    HOST,
    /** What the hypervisor there says that it can do. */
    HYPERVISOR,
    /** The user's own choice elsewhere in the form. */
    CHOICE,
    /** This app's own rule. */
    RULE
  }

  /** Reasons; the comment names the details. */
  public enum Reason {
    /** System, amount. */
    OS_RECOMMENDS(Source.OS_CATALOGUE),
    /** System, its minimum; twice that was taken, since its makers recommend nothing. */
    OS_MINIMUM_DOUBLED(Source.OS_CATALOGUE),
    /** System, its minimum; more than that would not fit. */
    OS_MINIMUM(Source.OS_CATALOGUE),
    /** System, recommended, spare on the host: less was taken. */
    HOST_HAS_LESS(Source.HOST),
    /** Processors of the host. */
    HOST_HAS_SPARE_CPUS(Source.HOST),
    /** Processors of the host: no more than that. */
    HOST_CPUS(Source.HOST),
    /** Size of the image. */
    IMAGE_NEEDS(Source.CHOICE),
    /** Nothing is known of the system. */
    OS_UNKNOWN(Source.RULE),
    /** System; device. */
    OS_HAS_DRIVER(Source.OS_CATALOGUE),
    /** System; device that it lacks a driver for. */
    OS_LACKS_DRIVER(Source.OS_CATALOGUE),
    /** Device, which the host does not offer. */
    HOST_LACKS_DEVICE(Source.HYPERVISOR),
    /** System. */
    OS_WANTS_UEFI(Source.OS_CATALOGUE),
    /** System. */
    OS_WANTS_TPM(Source.OS_CATALOGUE),
    /** System: it wants UEFI, or a TPM, that the host does not have. */
    HOST_LACKS_WHAT_OS_WANTS(Source.HYPERVISOR),
    /** BIOS starts faster and lets a running machine be kept as it is in one file. */
    BIOS_IS_SIMPLEST(Source.RULE),
    /** The system asks for none. */
    OS_ASKS_FOR_NONE(Source.OS_CATALOGUE),
    /** System. */
    OS_KEEPS_LOCAL_TIME(Source.OS_CATALOGUE),
    OS_KEEPS_UTC(Source.OS_CATALOGUE),
    /** Guests run on the processor itself. */
    HARDWARE_ACCELERATION(Source.HYPERVISOR),
    /** Guests are emulated, and slow. */
    NO_ACCELERATION(Source.HYPERVISOR),
    /** As much of the real processor as the guest may see. */
    FASTEST_PROCESSOR(Source.RULE),
    /** Systems of today do not start on the emulator's old processor. */
    NEWEST_EMULATED_PROCESSOR(Source.RULE),
    /** Systems of yesterday may stumble over what a new processor can do. */
    OLD_OS_PLAIN_PROCESSOR(Source.RULE),
    /** What the hypervisor takes where nothing is said. */
    HYPERVISOR_CHOOSES(Source.HYPERVISOR),
    /** The system starts on it, and it has room for what is plugged in later. */
    MODERN_MACHINE(Source.OS_CATALOGUE),
    /** System, which does not know the newer one. */
    OLD_MACHINE(Source.OS_CATALOGUE),
    /** Machine type chosen. */
    FITS_MACHINE(Source.CHOICE),
    /** Firmware chosen. */
    FITS_FIRMWARE(Source.CHOICE),
    /** What the user said already. */
    CHOSEN(Source.CHOICE),
    /** A small system for the cloud often has drivers for this bus only. */
    CLOUD_SYSTEMS_LACK_SATA(Source.RULE),
    /** Nobody but this app reaches the screen. */
    ONLY_THIS_APP_SEES_IT(Source.RULE),
    /** The host is elsewhere: its screen comes through the connection. */
    HOST_IS_REMOTE(Source.HOST),
    /** Snapshots, growing and sparse copies. */
    FORMAT_CAN_MOST(Source.RULE),
    /** Space is taken as it is used. */
    GROWS_WITH_USE(Source.RULE),
    /** The pointer of the window and of the guest are one. */
    POINTER_FOLLOWS(Source.RULE),
    /** The screen's protocol carries no sound. */
    NOBODY_HEARS_IT(Source.RULE),
    /** Addresses, shutting down and file systems seen from inside. */
    AGENT_TELLS_MORE(Source.OS_CATALOGUE),
    /** A new system has little chance to come by. */
    RANDOMNESS_IS_SCARCE(Source.OS_CATALOGUE),
    /** Memory that is not used can be taken back. */
    MEMORY_COMES_BACK(Source.OS_CATALOGUE),
    /** It costs nothing and helps when the screen does not. */
    COSTS_NOTHING(Source.RULE),
    /** The network by which a machine reaches out and nobody reaches in. */
    REACHES_OUT_AT_ONCE(Source.RULE),
    /** A host of one user may make no other network. */
    NEEDS_NO_RIGHTS(Source.HOST),
    /** The host has no other way to plug it in. */
    NOTHING_ELSE_THERE(Source.HOST),
    /** An address that no machine seen has. */
    MADE_UP_AT_RANDOM(Source.RULE);

    private final Source source;

    Reason(Source source) {
      this.source = source;
    }

    public Source source() {
      return source;
    }
  }
}
