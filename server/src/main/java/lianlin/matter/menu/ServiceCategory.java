package lianlin.matter.menu;

/// What kind of help; the words are `word.service-order.topic.*`.
public enum ServiceCategory {
    REPAIR,
    CARE,
    SAFETY,
    CULTURE,
    AGENCY,
    HEALTH,
    STUDY,
    OTHER;

    /// The group of its words: an order's category is the topic of its case.
    public static final String WORDS = "service-order.topic";
}
