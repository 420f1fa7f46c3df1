-- Photos of an order: what is wrong, sent by the one who asks, and what was done, sent by the team. The pictures are
-- sealed files named by the id; the digest tells the same picture sent twice.
CREATE TABLE matter.order_photo (
    jurisdiction  int         NOT NULL,
    id            bigint      NOT NULL,
    service_order bigint      NOT NULL,
    shows         text        NOT NULL,
    sent_by       bigint      NOT NULL,
    sent          timestamptz NOT NULL,
    digest        bytea       NOT NULL,
    width         int         NOT NULL,
    height        int         NOT NULL,
    bytes         int         NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, service_order) REFERENCES matter.service_order,
    CONSTRAINT order_photo_shows CHECK (shows IN ('WISH', 'RESULT')),
    CONSTRAINT order_photo_twice UNIQUE (jurisdiction, service_order, digest)
);
COMMENT ON TABLE matter.order_photo IS 'Photos of what is wanted and of what was done (SRV-01)';
SELECT kernel.guard('matter.order_photo');
