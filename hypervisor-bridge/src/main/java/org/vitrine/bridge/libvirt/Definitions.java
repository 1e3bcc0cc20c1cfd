package org.vitrine.bridge.libvirt;

import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.xml.MetadataXml;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Labels;

/** Machines' definitions: their text, and the labels in them. */
final class Definitions {

  private static final int XML_INACTIVE = 1 << 1;
  private static final int METADATA_DESCRIPTION = 0;
  private static final int METADATA_TITLE = 1;
  private static final int METADATA_ELEMENT = 2;
  private static final int AFFECT_LIVE = 1;
  private static final int AFFECT_CONFIG = 2;

  private Definitions() {}

  /** The stored definition, or the live one of a machine that has no other. No secrets. */
  static String text(LibvirtExtra libvirt, DomainHandle handle) throws ProblemException {
    CString text =
        libvirt.virDomainGetXMLDesc(handle.pointer(), handle.isPersistent() ? XML_INACTIVE : 0);
    if (text == null) {
      throw ProblemOf.failure(libvirt, handle.name());
    }
    return text.toString();
  }

  static void label(LibvirtExtra libvirt, DomainHandle handle, Labels labels)
      throws ProblemException {
    int affect =
        (handle.isPersistent() ? AFFECT_CONFIG : 0) | (handle.isActive() ? AFFECT_LIVE : 0);
    // libvirt takes a title of one line
    String title = labels.title().strip().replaceAll("\\R", " ");
    set(libvirt, handle, METADATA_TITLE, emptyToNull(title), null, null, affect);
    set(
        libvirt,
        handle,
        METADATA_DESCRIPTION,
        emptyToNull(labels.description()),
        null,
        null,
        affect);
    set(
        libvirt,
        handle,
        METADATA_ELEMENT,
        emptyToNull(MetadataXml.fragment(labels)),
        MetadataXml.PREFIX,
        MetadataXml.SPACE,
        affect);
  }

  private static void set(
      LibvirtExtra libvirt,
      DomainHandle handle,
      int type,
      @Nullable String value,
      @Nullable String key,
      @Nullable String uri,
      int affect)
      throws ProblemException {
    if (libvirt.virDomainSetMetadata(handle.pointer(), type, value, key, uri, affect) < 0) {
      Told told = Told.last(libvirt);
      boolean nothingToRemove = value == null && told.code() == Code.NO_DOMAIN_METADATA;
      if (!nothingToRemove) {
        throw ProblemOf.failure(told, handle.name());
      }
    }
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
