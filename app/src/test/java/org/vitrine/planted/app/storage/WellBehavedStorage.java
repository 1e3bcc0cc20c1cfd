package org.vitrine.planted.app.storage;

import org.vitrine.planted.app.dialog.WellBehavedDialog;

/** Keeps: a feature uses the shared ones. */
public record WellBehavedStorage(WellBehavedDialog dialog) {}
