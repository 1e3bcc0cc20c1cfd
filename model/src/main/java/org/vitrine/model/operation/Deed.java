package org.vitrine.model.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.unit.ByteSize;

/**
 * One thing that an operation does, as data: whoever reads it later, in another process, can finish
 * it or take it back.
 */
public sealed interface Deed {

  /** What it makes, for the user: a name or a path. */
  String subject();

  record MakeNetwork(String name, String definition) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  /** One that runs already is as good, and then keeps running when this is taken back. */
  record StartNetwork(String name) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  record MakePool(String name, String folder) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  /** A folder for images; one that is there is as good. */
  record MakeFolder(String path) implements Deed {
    @Override
    public String subject() {
      return path;
    }
  }

  /**
   * A disk image, written by this app under a name that no other operation has, and then given its
   * own.
   *
   * @param source what it lies on or is filled from; empty for an empty disk
   * @param size zero: as large as its source
   */
  record MakeImage(
      String path,
      String part,
      Kind kind,
      DiskPlan.Format format,
      DiskPlan.Allocation allocation,
      ByteSize size,
      String source,
      DiskPlan.Format sourceFormat)
      implements Deed {

    public enum Kind {
      EMPTY,
      OVERLAY,
      COPY
    }

    @Override
    public String subject() {
      return path;
    }
  }

  record MakeVolume(String pool, String name, String definition) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  /**
   * The content of a volume, made here in its format and sent to the host.
   *
   * @param part where it is made, on this computer
   * @param size zero: as large as its source
   */
  record FillVolume(
      String pool,
      String name,
      String part,
      DiskPlan.Format format,
      String source,
      DiskPlan.Format sourceFormat,
      ByteSize size)
      implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  /** A copy of a file that lies on a medium. */
  record CopyOut(String origin, String path, String part) implements Deed {
    @Override
    public String subject() {
      return path;
    }
  }

  /** A medium with answers for an installation. */
  record MakeMedium(Setup.Automatic setup, String part) implements Deed {
    @Override
    public String subject() {
      return setup.carrier().path();
    }
  }

  record Define(UUID machine, String name, String definition) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  record Start(UUID machine, String name) implements Deed {
    @Override
    public String subject() {
      return name;
    }
  }

  /**
   * Notes what is to happen after the machine's first run: it gets the definition that stays, and
   * what was only there for the first start is deleted.
   *
   * @param leftovers files to delete
   * @param startAgain whether it is started again when it goes off the first time
   */
  record Settle(
      UUID machine, String name, String definition, List<String> leftovers, boolean startAgain)
      implements Deed {
    public Settle {
      leftovers = List.copyOf(leftovers);
    }

    @Override
    public String subject() {
      return name;
    }
  }

  /** The deed as words, the first of which is its kind. */
  default List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(getClass().getSimpleName());
    switch (this) {
      case MakeNetwork(String name, String definition) -> words.addAll(List.of(name, definition));
      case StartNetwork(String name) -> words.add(name);
      case MakePool(String name, String folder) -> words.addAll(List.of(name, folder));
      case MakeFolder(String path) -> words.add(path);
      case MakeImage image ->
          words.addAll(
              List.of(
                  image.path,
                  image.part,
                  image.kind.name(),
                  image.format.name(),
                  image.allocation.name(),
                  Long.toString(image.size.bytes()),
                  image.source,
                  image.sourceFormat.name()));
      case MakeVolume(String pool, String name, String definition) ->
          words.addAll(List.of(pool, name, definition));
      case CopyOut(String origin, String path, String part) ->
          words.addAll(List.of(origin, path, part));
      case FillVolume fill ->
          words.addAll(
              List.of(
                  fill.pool,
                  fill.name,
                  fill.part,
                  fill.format.name(),
                  fill.source,
                  fill.sourceFormat.name(),
                  Long.toString(fill.size.bytes())));
      case MakeMedium(Setup.Automatic setup, String part) -> {
        words.add(part);
        words.addAll(MediumWords.of(setup));
      }
      case Define(UUID machine, String name, String definition) ->
          words.addAll(List.of(machine.toString(), name, definition));
      case Start(UUID machine, String name) -> words.addAll(List.of(machine.toString(), name));
      case Settle settle -> {
        words.addAll(
            List.of(
                settle.machine.toString(),
                settle.name,
                settle.definition,
                Boolean.toString(settle.startAgain)));
        words.addAll(settle.leftovers);
      }
    }
    return words;
  }

  /** Reads what {@link #words} wrote; throws {@link IllegalArgumentException} on anything else. */
  static Deed of(List<String> words) {
    try {
      return switch (words.getFirst()) {
        case "MakeNetwork" -> new MakeNetwork(words.get(1), words.get(2));
        case "StartNetwork" -> new StartNetwork(words.get(1));
        case "MakePool" -> new MakePool(words.get(1), words.get(2));
        case "MakeFolder" -> new MakeFolder(words.get(1));
        case "MakeImage" ->
            new MakeImage(
                words.get(1),
                words.get(2),
                MakeImage.Kind.valueOf(words.get(3)),
                DiskPlan.Format.valueOf(words.get(4)),
                DiskPlan.Allocation.valueOf(words.get(5)),
                new ByteSize(Long.parseLong(words.get(6))),
                words.get(7),
                DiskPlan.Format.valueOf(words.get(8)));
        case "MakeVolume" -> new MakeVolume(words.get(1), words.get(2), words.get(3));
        case "CopyOut" -> new CopyOut(words.get(1), words.get(2), words.get(3));
        case "FillVolume" ->
            new FillVolume(
                words.get(1),
                words.get(2),
                words.get(3),
                DiskPlan.Format.valueOf(words.get(4)),
                words.get(5),
                DiskPlan.Format.valueOf(words.get(6)),
                new ByteSize(Long.parseLong(words.get(7))));
        case "MakeMedium" ->
            new MakeMedium(MediumWords.read(words.subList(2, words.size())), words.get(1));
        case "Define" -> new Define(UUID.fromString(words.get(1)), words.get(2), words.get(3));
        case "Start" -> new Start(UUID.fromString(words.get(1)), words.get(2));
        case "Settle" ->
            new Settle(
                UUID.fromString(words.get(1)),
                words.get(2),
                words.get(3),
                words.subList(5, words.size()),
                Boolean.parseBoolean(words.get(4)));
        default -> throw new IllegalArgumentException("no deed: " + words.getFirst());
      };
    } catch (IndexOutOfBoundsException | java.util.NoSuchElementException cutShort) {
      throw new IllegalArgumentException("a deed that is cut short", cutShort);
    }
  }
}
