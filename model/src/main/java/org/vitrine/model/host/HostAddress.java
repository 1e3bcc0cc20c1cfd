package org.vitrine.model.host;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A checked way to a host. Only {@link AddressParser} and the host form make one, so nothing that
 * could be taken for an option or a command reaches ssh or libvirt.
 *
 * @param path what follows the host: {@code /system}, {@code /session}, {@code /default}, a file
 * @param parameters what follows the question mark, without the ones that are refused
 */
public record HostAddress(
    Driver driver,
    Transport transport,
    Optional<String> user,
    Optional<String> host,
    OptionalInt port,
    String path,
    Map<String, String> parameters) {

  public HostAddress {
    parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  public static HostAddress local(Driver driver, String path) {
    return new HostAddress(
        driver,
        Transport.LOCAL,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        path,
        Map.of());
  }

  /** The address as libvirt wants it; never holds a password. */
  public String uri() {
    StringBuilder uri = new StringBuilder(driver.scheme());
    if (transport != Transport.LOCAL) {
      uri.append('+').append(transport.suffix());
    }
    uri.append("://");
    user.ifPresent(name -> uri.append(name).append('@'));
    host.ifPresent(name -> uri.append(name.indexOf(':') >= 0 ? "[" + name + "]" : name));
    port.ifPresent(number -> uri.append(':').append(number));
    uri.append(path);
    char separator = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      uri.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
      separator = '&';
    }
    return uri.toString();
  }

  public boolean isRemote() {
    return host.isPresent();
  }
}
