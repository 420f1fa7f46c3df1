package lianlin.kernel.codes;

/// Gender by GB/T 2261.1; the labels are in the code list `gender` (IDN-04).
public enum Gender {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    UNSTATED("9");

    private final String code;

    Gender(String code) {
        this.code = code;
    }

    /// The code of the standard, one digit.
    public String code() {
        return code;
    }
}
