package lianlin.matter.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Limits;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.photo.Photo;
import lianlin.kernel.photo.PhotoFiles;
import lianlin.matter.order.OrderPhoto.Shows;
import lianlin.procedure.Case;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Photos that people add to an order: the one who asks until a team begins, the team while it is at work (SRV-01).
@Service
class OrderPhotos {
    private static final int A_DAY = 100;

    private final Orders orders;
    private final OrderStore store;
    private final OrderPhotoStore photos;
    private final PhotoFiles files;
    private final Limits limits;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OrderPhotos(
            Orders orders,
            OrderStore store,
            OrderPhotoStore photos,
            PhotoFiles files,
            Limits limits,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.orders = orders;
        this.store = store;
        this.photos = photos;
        this.files = files;
        this.limits = limits;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<OrderPhoto> of(Acting acting, Id id) {
        var thing = orders.order(acting, id);
        return photos.of(thing.jurisdiction(), id);
    }

    /// The picture; absent where it belongs to another order.
    byte[] picture(Acting acting, Id id, Id photo) {
        var thing = orders.order(acting, id);
        return photos.find(thing.jurisdiction(), id, photo)
                .flatMap(known -> files.read(thing.jurisdiction(), known.id()))
                .orElseThrow(() -> Problem.absent("photo", photo));
    }

    /// The same picture sent again is the one that is there. The picture is made anew before a connection is taken.
    OrderPhoto add(Acting acting, Id id, byte[] sent) {
        var thing = orders.order(acting, id);
        var shows = shows(acting, thing);
        limits.count("photo:" + acting.account(), A_DAY, Duration.ofDays(1), "photo.often");
        var digest = digest(sent);
        var known = photos.same(thing.jurisdiction(), id, digest);
        if (known.isPresent()) {
            return known.get();
        }
        var there = photos.of(thing.jurisdiction(), id);
        if (there.stream().filter(one -> one.shows() == shows).count() >= OrderPhoto.MOST) {
            throw Problem.refused("photo.most", OrderPhoto.MOST);
        }
        var made = Photo.of(sent);
        var photo = new OrderPhoto(Id.next(), shows, made.width(), made.height(), clock.instant());
        files.write(thing.jurisdiction(), photo.id(), made.jpeg());
        var written = transactions.execute(status -> {
            var fresh = photos.insert(thing.jurisdiction(), id, photo, acting.account(), digest, made.jpeg().length);
            if (fresh) {
                facts.publish(new PhotoAdded(
                        acting.header(thing.jurisdiction(), OrderDesk.PROCEDURE, id)
                                .area(thing.area()),
                        shows));
            }
            return fresh;
        });
        return Boolean.TRUE.equals(written)
                ? photo
                : photos.same(thing.jurisdiction(), id, digest).orElseThrow();
    }

    private Shows shows(Acting acting, Case thing) {
        var wanted = wanted(acting, thing, store.get(thing.jurisdiction(), thing.id()));
        if (wanted != null) {
            return wanted;
        }
        throw switch (thing.state()) {
            case "SUBMITTED", "RETURNED", "DISPATCHED", "ESCALATED", "ACCEPTED", "SERVING", "COMPLETED" ->
                Problem.denied("photo.actor");
            default -> Problem.refused("photo.late");
        };
    }

    /// What photos somebody may add now, null where none: the team that has accepted until it is rated, the one who asks
    /// until a team has accepted.
    static @Nullable Shows wanted(Acting acting, Case thing, ServiceOrder order) {
        return switch (thing.state()) {
            case "ACCEPTED", "SERVING", "COMPLETED" -> OrderDesk.isTaker(acting, order) ? Shows.RESULT : null;
            case "SUBMITTED", "RETURNED", "DISPATCHED", "ESCALATED" ->
                acting.person().equals(thing.requester()) || acting.account().equals(order.placedBy())
                        ? Shows.WISH
                        : null;
            default -> null;
        };
    }

    private static byte[] digest(byte[] sent) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sent);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    record PhotoAdded(Fact.Header header, Shows shows) implements Fact {}
}
