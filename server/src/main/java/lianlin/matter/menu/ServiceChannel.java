package lianlin.matter.menu;

/// By which end something is ordered (SRV-02, SRV-06).
public enum ServiceChannel {
    WEB,
    APP,
    PHONE,
    ON_SITE,
    TV
}
