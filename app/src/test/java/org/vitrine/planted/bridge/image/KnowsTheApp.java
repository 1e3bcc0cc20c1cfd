package org.vitrine.planted.bridge.image;

import org.vitrine.planted.app.dialog.WellBehavedDialog;

/** Breaks: the bridge does not know the app. */
public record KnowsTheApp(WellBehavedDialog dialog) {}
