package org.vitrine.app.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Looks words up. A key that is missing shows as itself, and a test finds it before a user does.
 */
public final class Words {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.vitrine.app.i18n.words");

  private Words() {}

  public static String word(String key) {
    try {
      return BUNDLE.getString(key);
    } catch (MissingResourceException missing) {
      return key;
    }
  }

  /**
   * The words with {@code {0}}, {@code {1}} ... filled in; numbers choose their plural by choice.
   */
  public static String word(String key, Object... values) {
    return new MessageFormat(word(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
  }

  /**
   * The words with names filled in. Words that name something have a twin, {@code key.plain}, for
   * when there is nothing to name.
   */
  public static String naming(String key, String... names) {
    String pattern = word(key);
    for (int i = 0; i < names.length; i++) {
      if (names[i].isBlank() && pattern.contains("{" + i + "}")) {
        return word(key + ".plain");
      }
    }
    return word(key, (Object[]) names);
  }

  /** The words of an enum constant: {@code prefix.CONSTANT}. */
  public static String word(String prefix, Enum<?> constant) {
    return word(prefix + "." + constant.name());
  }

  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }
}
