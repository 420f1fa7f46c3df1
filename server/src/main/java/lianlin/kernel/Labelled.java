package lianlin.kernel;

import org.jspecify.annotations.Nullable;

/// A code with the word that people read in the language of the request, and the tone in which pages show it
/// (wait, run, ok, bad, off), where it has one.
public record Labelled(String code, String label, @Nullable String tone) {
    public Labelled(String code, String label) {
        this(code, label, null);
    }
}
