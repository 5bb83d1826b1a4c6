// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stamp.h"
#include "models/view/dossierwords.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace gridward {

/** A file that goes into the folder as it is. */
struct FolderFile
{
    QString name; ///< in the folder: letters, digits, dot and dashes alone, each name once
    QString original;
    QString mediaType;
    QByteArray content;

    bool operator==(const FolderFile &) const = default;
};

/** A piece of a page, from top to bottom. */
struct FolderBlock
{
    enum class Kind {
        Heading,
        Text,   ///< a paragraph
        Alert,  ///< a paragraph that must not be overlooked
        Facts,  ///< labels and values
        Table,  ///< the first row is its head
        Plan,   ///< the surroundings, drawn
        Picture ///< one piece of evidence, with its lines
    };
    Kind kind = Kind::Text;
    QString text;
    QList<dossier_words::Line> lines;
    QList<QStringList> rows;
    QList<int> alertRows; ///< of a table: rows that are bad news
    QList<double> shares; ///< of the width, a column each
    qsizetype file = -1;  ///< of a picture: place in `files`
};

/** The folder of a case, in words: what stands on its pages, and the files that are in it. */
struct CaseFolder
{
    QString number;
    QString title;
    QString district;
    QString stamp;  ///< who made it, and when; at the foot of every page
    QString author; ///< for the information of the file
    QDateTime made;
    bool simulated = false;
    QList<FolderBlock> blocks;
    QList<FolderFile> files; ///< the log first, then the attachments in their order
    CaseSurroundings surroundings;
    CaseLevel level = CaseLevel::Blue;
    QString attribution; ///< of the drawn surroundings
};

/** In the language of the moment. GUI thread; what comes back may go to any thread. */
[[nodiscard]] CaseFolder makeCaseFolder(const CaseDossier &dossier, const Stamp &stamp);

} // namespace gridward
