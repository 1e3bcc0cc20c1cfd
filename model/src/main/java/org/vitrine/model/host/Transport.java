package org.vitrine.model.host;

/** How the host's daemon is reached. */
public enum Transport {
  /** In this process or through this computer's own socket. */
  LOCAL(""),
  UNIX("unix"),
  SSH("ssh"),
  TLS("tls"),
  TCP("tcp");

  private final String suffix;

  Transport(String suffix) {
    this.suffix = suffix;
  }

  public String suffix() {
    return suffix;
  }

  public boolean isRemote() {
    return this == SSH || this == TLS || this == TCP;
  }
}
