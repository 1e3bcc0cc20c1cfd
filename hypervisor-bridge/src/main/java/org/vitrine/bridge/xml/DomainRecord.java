package org.vitrine.bridge.xml;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Nic;

/** A {@code <domain>} as the mapper fills it; anything may be missing. */
record DomainRecord(
    @JacksonXmlProperty(localName = "title") @Nullable String title,
    @JacksonXmlProperty(localName = "description") @Nullable String description,
    @JacksonXmlProperty(localName = "metadata") @Nullable Metadata metadata,
    @JacksonXmlProperty(localName = "memory") @Nullable Amount memory,
    @JacksonXmlProperty(localName = "vcpu") @Nullable Processors vcpu,
    @JacksonXmlProperty(localName = "devices") @Nullable Devices devices) {

  /** What the mapper calls an element's own text; no element can have this name. */
  static final String TEXT = "#text";

  private static final int MOST_TAGS = 64;
  private static final int MOST_CARDS = 256;

  record Metadata(
      @JacksonXmlProperty(localName = MetadataXml.MACHINE) @Nullable OurMachine machine,
      @JacksonXmlProperty(localName = Libosinfo.ELEMENT) @Nullable Libosinfo libosinfo) {}

  record OurMachine(
      @JacksonXmlProperty(isAttribute = true, localName = "group") @Nullable String group,
      @JacksonXmlElementWrapper(useWrapping = false)
          @JacksonXmlProperty(localName = MetadataXml.TAG)
          @Nullable List<@Nullable String> tags,
      @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "tag")
          @Nullable List<@Nullable String> bareTags) {

    /** libvirt takes the namespace off when it hands out the element alone. */
    Labels labels(String title, String description) {
      return new Labels(
          title,
          description,
          Stream.concat(stream(tags), stream(bareTags))
              .filter(Objects::nonNull)
              .map(String::strip)
              .filter(tag -> !tag.isEmpty())
              .limit(MOST_TAGS)
              .toList(),
          group == null ? GroupPath.TOP : GroupPath.parse(group));
    }

    private static Stream<@Nullable String> stream(@Nullable List<@Nullable String> list) {
      return list == null ? Stream.empty() : list.stream();
    }
  }

  record Libosinfo(@JacksonXmlProperty(localName = OS) @Nullable OsId os) {
    private static final String SPACE = "{http://libosinfo.org/xmlns/libvirt/domain/1.0}";
    static final String ELEMENT = SPACE + "libosinfo";
    private static final String OS = SPACE + "os";
  }

  record OsId(@JacksonXmlProperty(isAttribute = true, localName = "id") @Nullable String id) {}

  record Amount(
      @JacksonXmlProperty(isAttribute = true, localName = "unit") @Nullable String unit,
      @JacksonXmlProperty(localName = TEXT) @Nullable String text) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Amount {}

    /** An element without attributes is a mere text to the mapper. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(String text) {
      return new Amount(null, text);
    }
  }

  record Processors(
      @JacksonXmlProperty(isAttribute = true, localName = "current") @Nullable String current,
      @JacksonXmlProperty(localName = TEXT) @Nullable String text) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Processors {}

    /** An element without attributes is a mere text to the mapper. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Processors of(String text) {
      return new Processors(null, text);
    }
  }

  record Devices(
      @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "interface")
          @Nullable List<@Nullable Card> cards) {}

  record Card(
      @JacksonXmlProperty(isAttribute = true, localName = "type") @Nullable String type,
      @JacksonXmlProperty(localName = "mac") @Nullable Mac mac,
      @JacksonXmlProperty(localName = "source") @Nullable Source source) {}

  record Mac(
      @JacksonXmlProperty(isAttribute = true, localName = "address") @Nullable String address) {}

  record Source(
      @JacksonXmlProperty(isAttribute = true, localName = "network") @Nullable String network) {}

  DefinitionReading reading() {
    return new DefinitionReading(labels(), operatingSystem(), cpus(), size(), nics());
  }

  private Labels labels() {
    OurMachine ours = metadata == null ? null : metadata.machine();
    return ours == null
        ? new Labels(text(title), text(description), List.of(), GroupPath.TOP)
        : ours.labels(text(title), text(description));
  }

  private String operatingSystem() {
    Libosinfo info = metadata == null ? null : metadata.libosinfo();
    String id = info == null || info.os() == null ? null : info.os().id();
    return id == null ? "" : OsNames.of(id);
  }

  private int cpus() {
    if (vcpu == null) {
      return 0;
    }
    long now = number(vcpu.current());
    long count = now > 0 ? now : number(vcpu.text());
    return Math.clamp(count, 0, 100_000);
  }

  private ByteSize size() {
    return memory == null ? ByteSize.ZERO : Units.size(number(memory.text()), text(memory.unit()));
  }

  private List<Nic> nics() {
    if (devices == null || devices.cards() == null) {
      return List.of();
    }
    return devices.cards().stream()
        .filter(Objects::nonNull)
        .limit(MOST_CARDS)
        .map(DomainRecord::nic)
        .toList();
  }

  private static Nic nic(Card card) {
    String network = card.source() == null ? null : card.source().network();
    String mac = card.mac() == null ? null : card.mac().address();
    // a card of another type may carry a left-over network name
    return new Nic(text(mac), "network".equals(card.type()) ? text(network) : "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** ASCII digits only, whatever digits the user's language has; nonsense is 0. */
  private static long number(@Nullable String value) {
    String digits = text(value).strip();
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= 18
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Long.parseLong(digits) : 0;
  }
}
