package org.vitrine.bridge.xml;

import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.ByteSize;

/** New disks as volumes of a pool. */
final class VolumeXml {

  private VolumeXml() {}

  static String document(DiskPlan.Content content) {
    return switch (content) {
      case DiskPlan.Content.New made ->
          document(
              made.place(),
              made.format(),
              made.size(),
              made.allocation() == DiskPlan.Allocation.GROWING ? ByteSize.ZERO : made.size(),
              "",
              "");
      case DiskPlan.Content.Overlay overlay ->
          document(
              overlay.place(),
              DiskPlan.Format.QCOW2,
              overlay.size(),
              ByteSize.ZERO,
              overlay.base(),
              DiskXml.name(overlay.baseFormat()));
      case DiskPlan.Content.Copy copy ->
          document(copy.place(), copy.format(), copy.size(), ByteSize.ZERO, "", "");
      case DiskPlan.Content.Existing _, DiskPlan.Content.Device _ ->
          throw new IllegalArgumentException("nothing is made for " + content);
    };
  }

  private static String document(
      DiskPlan.Place place,
      DiskPlan.Format format,
      ByteSize size,
      ByteSize allocation,
      String base,
      String baseFormat) {
    if (!(place instanceof DiskPlan.Place.Volume volume)) {
      throw new IllegalArgumentException("not in a pool: " + place.path());
    }
    XmlLines xml = new XmlLines().by(Part.DISK);
    xml.open("volume").text("name", volume.name());
    if (size.bytes() > 0) {
      xml.text("capacity", Long.toString(size.bytes()), "unit", "bytes");
    }
    xml.text("allocation", Long.toString(allocation.bytes()), "unit", "bytes")
        .open("target")
        .empty("format", "type", DiskXml.name(format))
        .close();
    if (!base.isEmpty()) {
      xml.open("backingStore").text("path", base).empty("format", "type", baseFormat).close();
    }
    return xml.close().document();
  }
}
