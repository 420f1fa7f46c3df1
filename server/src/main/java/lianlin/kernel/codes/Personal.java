package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonValue;

/// Personal data that prints masked wherever it is printed: `toString()`, JSON, messages of exceptions
/// (IDN-13). The full text leaves through [#reveal()] alone; who calls it towards a person asks a permission
/// and records who looked.
public sealed interface Personal permits IdentityNumber, PhoneNumber, PersonName, EmailAddress {
    /// The full value in its one normal spelling, the same that is encrypted and indexed.
    String reveal();

    /// What may be shown to everybody who may see the row.
    @JsonValue
    String masked();
}
