package lianlin.matter.order;

import static lianlin.matter.sql.Tables.ORDER_PHOTO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// The SQL of photos. Whoever asks has shown already that he may see the order.
@Repository
class OrderPhotoStore {
    private final DSLContext db;

    OrderPhotoStore(DSLContext db) {
        this.db = db;
    }

    /// In the order in which they were sent.
    List<OrderPhoto> of(int jurisdiction, Id order) {
        return photos(jurisdiction, order).orderBy(ORDER_PHOTO.ID).fetch(OrderPhotoStore::photo);
    }

    Optional<OrderPhoto> find(int jurisdiction, Id order, Id photo) {
        return photos(jurisdiction, order).and(ORDER_PHOTO.ID.eq(photo)).fetchOptional(OrderPhotoStore::photo);
    }

    /// The same picture, where it was sent before.
    Optional<OrderPhoto> same(int jurisdiction, Id order, byte[] digest) {
        return photos(jurisdiction, order).and(ORDER_PHOTO.DIGEST.eq(digest)).fetchOptional(OrderPhotoStore::photo);
    }

    /// False where the same picture came at the same moment.
    boolean insert(int jurisdiction, Id order, OrderPhoto photo, Id account, byte[] digest, int bytes) {
        return db.insertInto(ORDER_PHOTO)
                        .set(ORDER_PHOTO.JURISDICTION, jurisdiction)
                        .set(ORDER_PHOTO.ID, photo.id())
                        .set(ORDER_PHOTO.SERVICE_ORDER, order)
                        .set(ORDER_PHOTO.SHOWS, photo.shows().name())
                        .set(ORDER_PHOTO.SENT_BY, account)
                        .set(ORDER_PHOTO.SENT, photo.sent())
                        .set(ORDER_PHOTO.DIGEST, digest)
                        .set(ORDER_PHOTO.WIDTH, photo.width())
                        .set(ORDER_PHOTO.HEIGHT, photo.height())
                        .set(ORDER_PHOTO.BYTES, bytes)
                        .onConflictOnConstraint(DSL.constraint("order_photo_twice"))
                        .doNothing()
                        .execute()
                == 1;
    }

    private SelectConditionStep<Record5<Id, String, Integer, Integer, Instant>> photos(int jurisdiction, Id order) {
        return db.select(ORDER_PHOTO.ID, ORDER_PHOTO.SHOWS, ORDER_PHOTO.WIDTH, ORDER_PHOTO.HEIGHT, ORDER_PHOTO.SENT)
                .from(ORDER_PHOTO)
                .where(ORDER_PHOTO.JURISDICTION.eq(jurisdiction), ORDER_PHOTO.SERVICE_ORDER.eq(order));
    }

    private static OrderPhoto photo(Record5<Id, String, Integer, Integer, Instant> row) {
        return new OrderPhoto(
                row.value1(), OrderPhoto.Shows.valueOf(row.value2()), row.value3(), row.value4(), row.value5());
    }
}
