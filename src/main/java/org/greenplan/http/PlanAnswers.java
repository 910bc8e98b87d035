package org.greenplan.http;

import java.time.Duration;
import org.greenplan.album.PhotoApi;
import org.greenplan.chapter.WaterAnnex;
import org.greenplan.chapter.WaterChapterApi;
import org.greenplan.engine.InpApi;
import org.greenplan.exchange.ExportApi;
import org.greenplan.exchange.Formats;
import org.greenplan.intake.IntakeApi;
import org.greenplan.ogc.CollectionsApi;
import org.greenplan.ogc.ItemChangesApi;
import org.greenplan.ogc.ItemsApi;
import org.greenplan.openapi.OpenApiApi;
import org.greenplan.page.AccountApi;
import org.greenplan.page.Backdrop;
import org.greenplan.page.ChangesetApi;
import org.greenplan.page.EventsApi;
import org.greenplan.page.FeatureApi;
import org.greenplan.page.FindingsApi;
import org.greenplan.page.HistoryApi;
import org.greenplan.page.PlanApi;
import org.greenplan.page.PlanKey;
import org.greenplan.page.ProfileApi;
import org.greenplan.page.RecordsApi;
import org.greenplan.page.SearchApi;
import org.greenplan.page.ToldApi;
import org.greenplan.page.WaterApi;
import org.greenplan.plan.PlanDesk;
import org.greenplan.register.RegisterApi;
import org.greenplan.report.ReportApi;
import org.greenplan.reshape.NumberingApi;
import org.greenplan.reshape.ReshapeApi;
import org.greenplan.tile.OgcTilesApi;
import org.greenplan.tile.TileApi;
import org.greenplan.works.WorksApi;

/** All that answers for one plan, as long as it is the open one and its requests last. */
record PlanAnswers(
        PlanDesk desk,
        PlanKey key,
        PlanApi plan,
        RegisterApi register,
        RecordsApi records,
        PhotoApi photos,
        SearchApi search,
        FeatureApi features,
        AccountApi accounts,
        FindingsApi findings,
        ChangesetApi changesets,
        ReshapeApi reshape,
        NumberingApi numbering,
        HistoryApi history,
        EventsApi events,
        ToldApi told,
        IntakeApi intakes,
        ReportApi report,
        ExportApi export,
        WaterApi water,
        WaterChapterApi waterChapter,
        WorksApi works,
        InpApi engines,
        ProfileApi profiles,
        TileApi tiles,
        CollectionsApi collections,
        OpenApiApi openApi,
        ItemsApi items,
        ItemChangesApi itemChanges,
        OgcTilesApi tileSets) {
    /**
     * What answers for a plan from now on.
     *
     * @param shelved whether others lie beside it that can be opened
     */
    static PlanAnswers of(PlanDesk desk, Backdrop behind, Duration beat, boolean shelved) {
        desk.database().servePages();
        PlanKey key = PlanKey.of(desk);
        var tiles = new TileApi(desk.database());
        return new PlanAnswers(
                desk,
                key,
                new PlanApi(desk, key, behind, shelved),
                new RegisterApi(desk),
                new RecordsApi(desk),
                new PhotoApi(desk),
                new SearchApi(desk),
                new FeatureApi(desk),
                new AccountApi(desk),
                new FindingsApi(desk),
                new ChangesetApi(desk),
                new ReshapeApi(desk),
                new NumberingApi(desk),
                new HistoryApi(desk),
                new EventsApi(desk, key, beat),
                new ToldApi(desk),
                new IntakeApi(desk, Formats.readers()),
                new ReportApi(desk, language -> WaterAnnex.of(desk, language)),
                new ExportApi(desk),
                new WaterApi(desk),
                new WaterChapterApi(desk),
                new WorksApi(desk),
                new InpApi(desk),
                new ProfileApi(desk, behind.relief()),
                tiles,
                new CollectionsApi(desk),
                new OpenApiApi(desk),
                new ItemsApi(desk),
                new ItemChangesApi(desk),
                new OgcTilesApi(desk, tiles));
    }
}
