package org.vitrine.app.create.page;

/** The wizard's steps, in their order. */
public enum Step {
  SOURCE,
  NAME,
  COMPUTE,
  DISK,
  NETWORK,
  SETUP,
  SUMMARY
}
