package org.vitrine.model.media;

import java.time.Instant;

/**
 * What a check of a file against its makers' list of checksums came to.
 *
 * @param algorithm as {@code SHA-256}; empty where nothing was computed
 * @param computed the file's own checksum; empty where nothing was computed
 * @param list the file that the checksum was looked up in; empty where it was pasted
 * @param signer who signed the list, as the key says; empty where nobody known did
 */
public record MediumVerdict(
    Sum sum,
    Signature signature,
    String algorithm,
    String computed,
    String list,
    String signer,
    Instant at) {

  /** Of the file. */
  public enum Sum {
    MATCHES,
    /** Damaged on the way, or not what its makers published. */
    DIFFERS,
    /** There is a list, but this file is not on it. */
    NOT_LISTED,
    /** The list says two things about this file. */
    CONTRADICTED,
    /** Only checksums that can be forged. */
    ONLY_WEAK,
    NO_LIST,
    /** It was written to during the check. */
    CHANGED_MEANWHILE
  }

  /** Of the list. */
  public enum Signature {
    GOOD,
    BAD,
    /** Signed with a key that has expired or was taken back by its owner. */
    KEY_NOT_VALID,
    KEY_UNKNOWN,
    /** The list is not signed. */
    NONE,
    /** There is a signature, but gpg is not installed. */
    TOOL_MISSING,
    /** There is a signature, and gpg could make nothing of it. */
    NOT_CHECKED
  }

  /** Whether it is what its makers published, as far as that can be told. */
  public boolean isFine() {
    return sum == Sum.MATCHES && signature != Signature.BAD && signature != Signature.KEY_NOT_VALID;
  }
}
