package org.vitrine.bridge.answer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.vitrine.bridge.xml.SafeDocuments;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The answers of Windows since Vista. It takes no hash: a password is written as Microsoft's own
 * tool writes it, which hides it from a glance and from nothing else.
 */
final class Unattend {

  private Unattend() {}

  static String finished(Document document, Filling filling, boolean uefi)
      throws SafeDocuments.Refused {
    Element root = document.getDocumentElement();
    Trees.trimmed(root);
    Secret user = filling.answers().password();
    Secret admin =
        filling.answers().administrator() instanceof Answers.Administrator.Own(Secret own)
            ? own
            : user;
    Trees.all(root, "AdministratorPassword")
        .forEach(element -> password(element, admin, "AdministratorPassword"));
    Trees.all(root, "Password").forEach(element -> password(element, user, "Password"));
    if (filling.answers().productKey().isEmpty()) {
      // an empty key is refused; without one the installer goes by the medium, or asks
      for (Element key : Trees.all(root, "ProductKey")) {
        key.getParentNode().removeChild(key);
      }
    }
    if (uefi) {
      Trees.all(root, "DiskConfiguration").forEach(Unattend::layOutForUefi);
      Trees.all(root, "PartitionID").stream()
          .filter(id -> "InstallTo".equals(id.getParentNode().getLocalName()))
          .forEach(id -> id.setTextContent("3"));
    }
    return SafeDocuments.write(document);
  }

  /** The scripts make one partition, which a machine with UEFI does not start from. */
  private static void layOutForUefi(Element configuration) {
    for (Element disk : Trees.elements(configuration)) {
      if (!"Disk".equals(disk.getLocalName())) {
        continue;
      }
      for (Element part : Trees.elements(disk)) {
        if (part.getLocalName().endsWith("Partitions")) {
          disk.removeChild(part);
        }
      }
      Element first = Trees.elements(disk).getFirst();
      Element create = (Element) disk.insertBefore(made(disk, "CreatePartitions"), first);
      partition(create, "CreatePartition", "Order", "1", "Size", "260", "Type", "EFI");
      partition(create, "CreatePartition", "Order", "2", "Size", "16", "Type", "MSR");
      partition(create, "CreatePartition", "Order", "3", "Extend", "true", "Type", "Primary");
      Element modify = (Element) disk.insertBefore(made(disk, "ModifyPartitions"), null);
      partition(modify, "ModifyPartition", "Format", "FAT32", "Order", "1", "PartitionID", "1");
      partition(
          modify,
          "ModifyPartition",
          "Format",
          "NTFS",
          "Letter",
          "C",
          "Order",
          "2",
          "PartitionID",
          "3");
    }
  }

  private static void partition(Element parent, String name, String... pairs) {
    Element partition = made(parent, name);
    parent.appendChild(partition);
    for (int i = 0; i < pairs.length; i += 2) {
      Element value = made(partition, pairs[i]);
      value.setTextContent(pairs[i + 1]);
      partition.appendChild(value);
    }
  }

  private static Element made(Element beside, String name) {
    return beside.getOwnerDocument().createElementNS(beside.getNamespaceURI(), name);
  }

  private static void password(Element element, Secret secret, String suffix) {
    for (Element child : Trees.elements(element)) {
      switch (child.getLocalName()) {
        case "Value" -> child.setTextContent(disguised(secret, suffix));
        case "PlainText" -> child.setTextContent("false");
        default -> {
          // nothing else is in there
        }
      }
    }
  }

  /** The password and the name of its element, in UTF-16, as base64. */
  static String disguised(Secret secret, String suffix) {
    byte[] letters = SecretBytes.of(secret, StandardCharsets.UTF_16LE);
    byte[] tail = suffix.getBytes(StandardCharsets.UTF_16LE);
    byte[] whole = Arrays.copyOf(letters, letters.length + tail.length);
    System.arraycopy(tail, 0, whole, letters.length, tail.length);
    try {
      return Base64.getEncoder().encodeToString(whole);
    } finally {
      Arrays.fill(letters, (byte) 0);
      Arrays.fill(whole, (byte) 0);
    }
  }
}
