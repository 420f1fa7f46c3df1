package lianlin.organization;

import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// An organization to be written down: with an id made before, so that others of the same batch can name it
/// as parent.
public record Registration(Id id, @Nullable Id parent, Profile profile) {}
