package org.vitrine.model.answer;

import java.util.List;
import java.util.Set;

/**
 * One way to give a system its answers.
 *
 * @param id tells ways of one system apart, as {@code desktop/initrd}
 * @param format the language of the answer file
 * @param carried how the file gets to its reader
 * @param profile what is installed: {@code desktop}, {@code jeos} for the least; empty where the
 *     medium decides
 * @param required fields that this reader cannot do without
 * @param taken fields that have an effect; the others are not asked for
 * @param needsNetwork whether the installer fetches packages
 * @param erasesDisk whether the first disk is emptied without a question
 */
public record AnswerWay(
    String id,
    Format format,
    Carried carried,
    String profile,
    Set<AnswerField> required,
    Set<AnswerField> taken,
    boolean needsNetwork,
    boolean erasesDisk) {

  public AnswerWay {
    required = Set.copyOf(required);
    taken = Set.copyOf(taken);
  }

  /** What becomes of a password in the file. */
  public enum Passwords {
    /** Only their hash is written. */
    HASHED,
    /** Written so that they cannot be read at a glance, but by anybody who wants to. */
    DISGUISED,
    /** Written as they are. */
    READABLE
  }

  /** Languages of answer files. */
  public enum Format {
    PRESEED(Passwords.HASHED),
    KICKSTART(Passwords.HASHED),
    AUTOYAST(Passwords.HASHED),
    /** Windows Vista and later. */
    UNATTEND(Passwords.DISGUISED),
    /** Windows before Vista. */
    SIF(Passwords.READABLE),
    CLOUD_INIT(Passwords.HASHED),
    /** Ubuntu's newer installer. */
    AUTOINSTALL(Passwords.HASHED);

    private final Passwords passwords;

    Format(Passwords passwords) {
      this.passwords = passwords;
    }

    public Passwords passwords() {
      return passwords;
    }
  }

  /** How a file of answers travels. */
  public enum Carried {
    /** Inside a copy of the installer's first file system. */
    INITRD,
    SEED_CD,
    FLOPPY
  }

  public AnswerCheck.Reader reader() {
    return format == Format.UNATTEND || format == Format.SIF
        ? AnswerCheck.Reader.WINDOWS
        : AnswerCheck.Reader.UNIX;
  }

  /** What speaks against these answers on this way, each fault at its field. */
  public List<AnswerFault> check(Answers answers) {
    List<AnswerFault> faults = new java.util.ArrayList<>(AnswerCheck.of(answers, reader()));
    if (required.contains(AnswerField.PRODUCT_KEY) && answers.productKey().isEmpty()) {
      faults.add(new AnswerFault(AnswerField.PRODUCT_KEY, AnswerFault.Kind.EMPTY));
    }
    faults.removeIf(fault -> !taken.contains(fault.field()) && !required.contains(fault.field()));
    return List.copyOf(faults);
  }
}
