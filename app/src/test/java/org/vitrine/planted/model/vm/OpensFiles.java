package org.vitrine.planted.model.vm;

import java.nio.file.Path;

/** Breaks: the model is pure. */
public record OpensFiles(Path file) {}
