package org.vitrine.app.create.draft;

/**
 * Why a value was suggested, in words.
 *
 * @param source who says so, as the catalogue or the host; may be empty
 */
public record Why(String reason, String source) {

  public static final Why NONE = new Why("", "");
}
