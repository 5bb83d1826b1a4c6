// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/savedanalysis.h"

#include "app/commands/commandactor.h"
#include "app/commands/commandio.h"
#include "app/logging.h"
#include "app/savedanalysisjob.h"
#include "app/session.h"
#include "app/storeseat.h"
#include "gis/engine/mapengine.h"
#include "models/settings/settings.h"
#include "models/store/geopackagestore.h"
#include "models/store/storelocation.h"
#include "ui/theme/theme.h"
#include "ui/workspaces/analysisworkspace.h"

#include <QApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HeatmapCommand)
};

QList<OptionSpec> options()
{
    return withActor({{"analysis", "NAME"},
                      {"out", "FILE"},
                      {"title", "T"},
                      {"paper", "P"},
                      {"lang", "L"},
                      {"at", "TIME"},
                      {"json"}});
}

Result<void> checkStore(const QString &name)
{
    const Result<bool> isStore = isServerAddress(name)     ? Result<bool>(true)
                                 : QFileInfo::exists(name) ? GeoPackageStore::isStore(name)
                                                           : Result<bool>(false);
    if (!isStore) {
        return isStore.error();
    }
    if (!isStore.value()) {
        return Error{ErrorCode::InvalidInput,
                     Words::tr("“%1” is no store: --analysis goes with a store.").arg(name),
                     {}};
    }
    return {};
}

} // namespace

bool asksForSavedAnalysis(const QStringList &arguments)
{
    return std::ranges::any_of(arguments, [](const QString &argument) {
        return argument == "--analysis"_L1 || argument.startsWith("--analysis="_L1);
    });
}

ExitStatus
runSavedAnalysis(QApplication &application, Logging &logging, const QStringList &arguments)
{
    const Result<CommandArguments> parsed = CommandArguments::parse(arguments, options(), 1, 1);
    if (!parsed) {
        return wrongUsage(Words::tr("%1 With --analysis go --out, --title, --paper, --lang, --at "
                                    "and --json: all else was saved with it.")
                              .arg(parsed.error().message));
    }
    const CommandArguments &given = parsed.value();
    const SavedAnalysisOrder order{given.value("analysis"),
                                   given.value("out"),
                                   given.value("title"),
                                   given.value("paper").toUpper(),
                                   given.has("json")};
    const QString ending = QFileInfo(order.out).suffix().toLower();
    if (ending != "tiff"_L1 && !AnalysisWorkspace::exportEndings().contains(ending)) {
        return wrongUsage(
            Words::tr("Say where the heat map goes: --out FILE, whose ending is one of: %1")
                .arg(AnalysisWorkspace::exportEndings().join(u", "_s)));
    }
    const Result<std::optional<Instant>> at = given.time("at");
    const Result<ActorClaim> claim = actorClaim(given);
    if (!at || !claim) {
        return wrongUsage(at ? claim.error().message : at.error().message);
    }
    const QString store = given.at(0);
    if (const Result<void> checked = checkStore(store); !checked) {
        return failWith(checked.error());
    }
    if (const Result<void> target = checkOutput(order.out, {store}); !target) {
        return failWith(target.error());
    }
    const Result<DistrictSeat> allowed = seatFor(store, claim.value().user, claim.value().password);
    if (!allowed) {
        return failWith(allowed.error());
    }
    DistrictSeat seat = allowed.value();
    seat.at = at.value();
    // Neither settings nor profile of this user may show in the file.
    const QTemporaryDir profile;
    const Result<std::unique_ptr<MapEngine>> engine = MapEngine::start(profile.path());
    if (!engine) {
        return failWith(engine.error());
    }
    applyTheme(application, theme(ThemeName::Day));
    Settings none{QString()};
    const SystemClock present;
    const FixedClock then(at.value().value_or(Instant{}));
    Session session(logging,
                    none,
                    *engine.value(),
                    MapMode::Headless,
                    at.value() ? static_cast<const Clock &>(then) : present);
    session.window().setTheme(theme(ThemeName::Day));
    SavedAnalysisJob job(order, session.window(), session.district());
    job.setBusyProbe([&session] { return session.isBusy(); });
    QObject::connect(&job, &SavedAnalysisJob::finished, &application, [](ExitStatus status) {
        QCoreApplication::exit(static_cast<int>(status));
    });
    job.start();
    const QStringList papers = session.window().analysis()->exportPapers();
    if (!order.paper.isEmpty() && !papers.contains(order.paper)) {
        return wrongUsage(Words::tr("--paper must be one of: %1").arg(papers.join(u", "_s)));
    }
    session.store().open(store, seat);
    return static_cast<ExitStatus>(QApplication::exec());
}

} // namespace gridward
