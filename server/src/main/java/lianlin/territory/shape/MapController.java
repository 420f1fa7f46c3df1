package lianlin.territory.shape;

import java.util.List;
import lianlin.kernel.Open;
import lianlin.kernel.TileKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a map lies on: the tiles of 天地图 where the installation has a key for them, else plain paper.
@RestController
@RequestMapping("/api/map")
class MapController {
    /// Layers of tiles from below to above; none without a key.
    record Ground(
            List<String> tiles,
            List<String> hosts,
            @Nullable String attribution) {}

    private static final List<String> LAYERS = List.of("vec", "cva");
    private static final List<String> HOSTS = List.of("0", "1", "2", "3", "4", "5", "6", "7");

    private final TileKey tiles;

    MapController(TileKey tiles) {
        this.tiles = tiles;
    }

    @GetMapping
    @Open(
            "the portal has maps too; the key of the tiles is sent to browsers by its nature, and its owner binds it to a domain")
    Ground ground() {
        var key = tiles.get();
        return key.isBlank()
                ? new Ground(List.of(), List.of(), null)
                : new Ground(LAYERS.stream().map(layer -> address(layer, key)).toList(), HOSTS, "© 天地图");
    }

    private static String address(String layer, String key) {
        return "https://t{s}.tianditu.gov.cn/" + layer + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER="
                + layer + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk="
                + key;
    }
}
