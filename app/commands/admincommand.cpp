// SPDX-License-Identifier: GPL-3.0-or-later
// `gridward admin user|role|audit|init-db|migrate …`: what administrators do without a window.
// Never asks anything.
#include "app/commands/admincommand.h"

#include "app/commands/adminauditcommand.h"
#include "app/commands/commands.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace gridward {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AdminCommand)
};

struct Part
{
    const char *word; ///< behind `admin`
    ExitStatus (*run)(const QStringList &);
};

const std::array kParts{Part{"user", &runAdminUser},
                        Part{"role", &runAdminRole},
                        Part{"audit", &runAdminAudit},
                        Part{"init-db", &runAdminInitDb},
                        Part{"migrate", &runAdminMigrate}};

} // namespace

ExitStatus runAdmin(const QStringList &arguments)
{
    QStringList words;
    for (const Part &part : kParts) {
        if (arguments.value(0) == QLatin1String(part.word)) {
            return part.run(arguments.mid(1));
        }
        words.append(QString::fromLatin1(part.word));
    }
    return wrongUsage(Words::tr("Say what to administer: %1").arg(words.join(u", "_s)));
}

} // namespace gridward
