package lianlin.identity;

import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PhoneNumber;

/// Whether a newcomer is written down as a person already, so that one natural person has one id. The module that
/// keeps persons answers it.
public interface KnownPersons {
    /// The person of a district who has this name and this phone; empty where there is none, or more than one.
    Optional<Id> find(int jurisdiction, PhoneNumber phone, String name);
}
