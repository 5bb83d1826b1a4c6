// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/districtport.h"
#include "ui/shell/statusbutton.h"

class QFrame;

namespace gridward {

class ChoiceList;
struct Theme;

/**
 * As what, and for which part of the district, this window works: three platforms and four tiers
 * (三级平台、四级服务管理, SEED-032) are scopes of the same screens. Opens a list of the user's
 * posts and of the streets, communities and grids in them. GUI thread.
 */
class ScopeButton final : public StatusButton
{
    Q_OBJECT
public:
    /** The port outlives it. */
    explicit ScopeButton(DistrictPort &district, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

public slots:
    void choose();

signals:
    /** Code of the division or grid; empty: the whole of the post's part. */
    void scopeChosen(const QString &area);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Scope
    {
        User post;
        QString area; ///< within the post's part; its division if all of it
    };
    void showScope();
    void fill();
    void take();
    [[nodiscard]] QString textOf(const User &user) const;

    DistrictPort &mDistrict;
    QFrame *mPopup;
    ChoiceList *mChoices;
    QList<Scope> mScopes;
};

} // namespace gridward
