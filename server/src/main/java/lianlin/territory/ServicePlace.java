package lianlin.territory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/// A place where people are served (TER-13): a centre, a station, a teahouse.
record ServicePlace(
        Id id,
        Labelled kind,
        String name,
        Place area,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String hours,
        @Nullable Integer floorArea,
        List<Room> rooms,
        @Nullable Point point,
        @Nullable String routes,
        @Nullable String panorama,
        boolean openToPublic,
        List<PlacePhoto> photos,
        int version)
        implements Versioned {

    enum Kind {
        /// 党群服务中心
        PARTY_SERVICE_CENTRE,
        /// 党群活动中心
        PARTY_ACTIVITY_CENTRE,
        /// 社区服务中心
        COMMUNITY_SERVICE_CENTRE,
        /// 党员服务站
        MEMBER_SERVICE_STATION,
        /// 党群之家
        PARTY_HOME,
        /// 党小组之家
        PARTY_GROUP_HOME,
        /// 先锋驿站
        PIONEER_POST,
        /// 民声茶馆
        TEAHOUSE,
        /// 便民服务中心
        CONVENIENCE_STATION
    }

    record Room(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 200) String function,
            @Nullable @Min(1) @Max(100_000) Integer capacity,
            @Nullable @Size(max = 200) String equipment,
            @Nullable Boolean openToPublic) {}

    record Point(
            @Min(-180) @Max(180) double lng,
            @Min(-90) @Max(90) double lat) {}
}
