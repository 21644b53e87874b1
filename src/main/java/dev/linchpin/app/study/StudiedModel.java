package dev.linchpin.app.study;

import dev.linchpin.study.Asking;
import java.nio.file.Path;

/**
 * A model that is to be studied.
 *
 * @param folder in the Hugging Face layout
 * @param asking how it is made to think and to answer
 */
record StudiedModel(Path folder, Asking asking) {}
