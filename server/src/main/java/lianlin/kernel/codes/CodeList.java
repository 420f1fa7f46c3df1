package lianlin.kernel.codes;

import java.util.List;
import java.util.Optional;

/// A list of codes that a standard fixes, in its order, with Chinese labels (IDN-04).
public record CodeList(String name, String standard, List<Entry> entries) {
    /// One code, as text because of leading zeros, and what it means.
    public record Entry(String code, String label) {}

    public CodeList {
        entries = List.copyOf(entries);
    }

    public boolean contains(String code) {
        return label(code).isPresent();
    }

    /// What a code means; empty for a code that is not in the list.
    public Optional<String> label(String code) {
        return entries.stream()
                .filter(entry -> entry.code().equals(code))
                .map(Entry::label)
                .findFirst();
    }

    /// The code of a label, as spreadsheets bring it.
    public Optional<String> code(String label) {
        return entries.stream()
                .filter(entry -> entry.label().equals(label.strip()))
                .map(Entry::code)
                .findFirst();
    }
}
