package org.vitrine.planted.app.dialog;

/** Keeps: a shared feature. */
public record WellBehavedDialog(int a, int b, int c, int d, int e, int f, int g, int h) {}
