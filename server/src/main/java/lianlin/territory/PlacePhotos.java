package lianlin.territory;

import static lianlin.territory.sql.Tables.PLACE;
import static lianlin.territory.sql.Tables.PLACE_PHOTO;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import lianlin.identity.Acting;
import lianlin.identity.Limits;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.photo.Photo;
import lianlin.kernel.photo.PhotoFiles;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Pictures of service places: taken in like all photos, made anew without hidden data (TER-13).
@Service
class PlacePhotos {
    private static final int A_DAY = 100;

    private final DSLContext db;
    private final PhotoFiles files;
    private final Limits limits;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlacePhotos(
            DSLContext db,
            PhotoFiles files,
            Limits limits,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.files = files;
        this.limits = limits;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The same picture sent again is the one that is there. The picture is made anew before a connection is taken.
    PlacePhoto add(Acting acting, ServicePlace place, PlacePhoto.Shows shows, byte[] sent) {
        var jurisdiction = place.area().code().county();
        limits.count("photo:" + acting.account(), A_DAY, Duration.ofDays(1), "place.photo-often");
        if (place.photos().size() >= PlacePhoto.MOST) {
            throw Problem.refused("place.photo-most", PlacePhoto.MOST);
        }
        var made = Photo.of(sent);
        var photo = new PlacePhoto(Id.next(), shows, made.width(), made.height());
        var digest = digest(sent);
        var known = same(jurisdiction, place.id(), digest);
        if (known.isPresent()) {
            return known.get();
        }
        files.write(jurisdiction, photo.id(), made.jpeg());
        transactions.executeWithoutResult(status -> {
            db.insertInto(PLACE_PHOTO)
                    .set(PLACE_PHOTO.JURISDICTION, jurisdiction)
                    .set(PLACE_PHOTO.ID, photo.id())
                    .set(PLACE_PHOTO.PLACE, place.id())
                    .set(PLACE_PHOTO.SHOWS, shows.name())
                    .set(PLACE_PHOTO.WIDTH, photo.width())
                    .set(PLACE_PHOTO.HEIGHT, photo.height())
                    .set(PLACE_PHOTO.DIGEST, digest)
                    .set(PLACE_PHOTO.ADDED, clock.instant())
                    .execute();
            facts.publish(new PlacePhotoAdded(header(acting, place), photo.id()));
        });
        return photo;
    }

    @Transactional
    void remove(Acting acting, ServicePlace place, Id photo) {
        var removed = db.deleteFrom(PLACE_PHOTO)
                .where(of(place.area().code().county(), place.id()), PLACE_PHOTO.ID.eq(photo))
                .execute();
        if (removed == 0) {
            throw Problem.absent("photo", photo);
        }
        facts.publish(new PlacePhotoRemoved(header(acting, place), photo));
    }

    /// Of a place that the caller sees.
    byte[] picture(ServicePlace place, Id photo) {
        var jurisdiction = place.area().code().county();
        if (!db.fetchExists(PLACE_PHOTO, of(jurisdiction, place.id()), PLACE_PHOTO.ID.eq(photo))) {
            throw Problem.absent("photo", photo);
        }
        return files.read(jurisdiction, photo).orElseThrow(() -> Problem.absent("photo", photo));
    }

    /// Of a place that is open to everybody.
    byte[] open(Id place, Id photo) {
        return Scoped.call(
                        Scope.INSTALLATION,
                        () -> db.select(PLACE_PHOTO.JURISDICTION)
                                .from(PLACE_PHOTO)
                                .join(PLACE)
                                .on(PLACE.JURISDICTION.eq(PLACE_PHOTO.JURISDICTION), PLACE.ID.eq(PLACE_PHOTO.PLACE))
                                .where(PLACE.OPEN_TO_PUBLIC.isTrue(), PLACE.ID.eq(place), PLACE_PHOTO.ID.eq(photo))
                                .fetchOptional(PLACE_PHOTO.JURISDICTION))
                .flatMap(jurisdiction -> files.read(jurisdiction, photo))
                .orElseThrow(() -> Problem.absent("photo", photo));
    }

    private Optional<PlacePhoto> same(int jurisdiction, Id place, byte[] digest) {
        return db.select(PLACE_PHOTO.ID, PLACE_PHOTO.SHOWS, PLACE_PHOTO.WIDTH, PLACE_PHOTO.HEIGHT)
                .from(PLACE_PHOTO)
                .where(of(jurisdiction, place), PLACE_PHOTO.DIGEST.eq(digest))
                .fetchOptional(row -> new PlacePhoto(
                        row.value1(), PlacePhoto.Shows.valueOf(row.value2()), row.value3(), row.value4()));
    }

    private static Condition of(int jurisdiction, Id place) {
        return PLACE_PHOTO.JURISDICTION.eq(jurisdiction).and(PLACE_PHOTO.PLACE.eq(place));
    }

    private static Fact.Header header(Acting acting, ServicePlace place) {
        return acting.header(place.area().code().county(), "place", place.id())
                .area(place.area().code());
    }

    private static byte[] digest(byte[] sent) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sent);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record PlacePhotoAdded(Fact.Header header, Id photo) implements Fact {}

    record PlacePhotoRemoved(Fact.Header header, Id photo) implements Fact {}
}
