package lianlin.people;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lianlin.testing.Importing;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// Measures P1, P2, P7, P8 and P9 against the running server; started by name, not with the tests.
@ServerTest
class ImportSpeed {
    private static final int ROWS = Integer.getInteger("rows", 50_000);
    private static final int BRANCHES = 1_000;

    @Test
    void measure(World world) throws InterruptedException {
        var party = new Party(world);
        var committee = party.committee("滨江社区党委", world.community("滨江"));
        var branches = new ArrayList<Party.Org>();
        for (var i = 0; i < BRANCHES; i++) {
            branches.add(party.branch("第" + i + "党支部", committee));
        }
        var clerk = world.district().clerk();
        once(world, clerk, branches, 0, 2_000);
        System.gc();
        var sheet = sheet(branches, 100_000, ROWS);
        System.out.printf("sheet %,d rows %,d bytes%n", ROWS, sheet.length);
        var heap = new Heap();
        heap.start();
        var begin = System.nanoTime();
        var uploaded = clerk.call("POST", "/api/imports/members?name=a.xlsx")
                .bytes("application/octet-stream", sheet)
                .send()
                .is(201);
        var received = System.nanoTime();
        var checked = Importing.settled(clerk, uploaded.id());
        var looked = System.nanoTime();
        clerk.putAt(
                        checked.number("/version"),
                        "/api/imports/{id}/state",
                        Map.of("state", "CONFIRMED", "goodOnly", true),
                        checked.id())
                .is(200);
        var applied = Importing.settled(clerk, uploaded.id());
        var end = System.nanoTime();
        heap.stop();
        System.out.printf(
                "good %d bad %d applied %d%n",
                checked.number("/good"), checked.number("/bad"), applied.number("/applied"));
        System.out.printf(
                "P7 upload %.2f s, check %.2f s, write %.2f s, all %.2f s = %,.0f rows/s, heap growth %d MB%n",
                (received - begin) / 1e9,
                (looked - received) / 1e9,
                (end - looked) / 1e9,
                (end - begin) / 1e9,
                ROWS / ((end - begin) / 1e9),
                heap.growth() >> 20);
        world.catchUp();
        var list = clerk.get("/api/members?limit=20").is(200);
        System.out.printf("total %d%n", list.number("/total"));
        var one = list.items("/id").getFirst();
        time("P1 one member", () -> clerk.get("/api/members/{id}", one).is(200));
        time("P2 list", () -> clerk.get("/api/members?limit=20").is(200));
        time(
                "P2 list of a branch",
                () -> clerk.get(
                                "/api/members?limit=20&organization={id}",
                                branches.get(7).id())
                        .is(200));
        time("P9 search", () -> clerk.get("/api/members?q=一二").is(200));
        time("health", () -> clerk.get("/health").is(200));
        var out = new Heap();
        System.gc();
        out.start();
        begin = System.nanoTime();
        var bytes = clerk.get("/api/members/export").is(200).bytes().length;
        var seconds = (System.nanoTime() - begin) / 1e9;
        out.stop();
        System.out.printf(
                "P8 export %.2f s = %,.0f rows/s, %,d bytes, heap growth %d MB (client included)%n",
                seconds, list.number("/total") / seconds, bytes, out.growth() >> 20);
    }

    private static void time(String what, Runnable call) {
        for (var i = 0; i < 300; i++) {
            call.run();
        }
        var cpu = cpu();
        var begin = System.nanoTime();
        for (var i = 0; i < 1_000; i++) {
            call.run();
        }
        System.out.printf(
                "%s: %.2f ms wall, %.2f ms CPU of the JVM with the client%n",
                what, (System.nanoTime() - begin) / 1e9, (cpu() - cpu) / 1e9);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void once(World world, Person clerk, List<Party.Org> branches, int from, int rows) {
        var uploaded = clerk.call("POST", "/api/imports/members?name=a.xlsx")
                .bytes("application/octet-stream", sheet(branches, from, rows))
                .send()
                .is(201);
        var checked = Importing.settled(clerk, uploaded.id());
        clerk.putAt(
                        checked.number("/version"),
                        "/api/imports/{id}/state",
                        Map.of("state", "CONFIRMED", "goodOnly", true),
                        checked.id())
                .is(200);
        Importing.settled(clerk, uploaded.id());
    }

    private static byte[] sheet(List<Party.Org> branches, int from, int rows) {
        var sheet = new SheetOf();
        for (var i = 0; i < rows; i++) {
            var name = "王李张刘陈".charAt(i % 5) + "" + "一二三四五六七八九十".charAt(i / 5 % 10) + "一二三四五六七八九十".charAt(i / 50 % 10);
            sheet.member(name, from + i, branches.get(i % branches.size()).name());
        }
        return sheet.excel();
    }

    /// The used heap after the last collection, sampled.
    private static final class Heap {
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final AtomicLong most = new AtomicLong();
        private final long before = live();
        private final Thread thread = new Thread(() -> {
            while (running.get()) {
                most.accumulateAndGet(live(), Math::max);
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });

        void start() {
            thread.start();
        }

        void stop() throws InterruptedException {
            running.set(false);
            thread.join();
        }

        long growth() {
            return most.get() - before;
        }

        private static long live() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool ->
                            pool.getCollectionUsage() != null && pool.getType() == java.lang.management.MemoryType.HEAP)
                    .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                    .sum();
        }
    }
}
