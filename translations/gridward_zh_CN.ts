<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessDesk</name>
    <message>
        <source>There is no division or grid “%1” in this store.</source>
        <translation>本库中没有区划或网格“%1”。</translation>
    </message>
    <message>
        <source>There is no organisation “%1” in this store.</source>
        <translation>本库中没有机构“%1”。</translation>
    </message>
    <message>
        <source>There is no role “%1” in this store.</source>
        <translation>本库中没有角色“%1”。</translation>
    </message>
    <message>
        <source>There is no person “%1” in this store.</source>
        <translation>本库中没有人员“%1”。</translation>
    </message>
    <message>
        <source>Nobody would be left who may change accounts and rights. Give that to somebody else first.</source>
        <translation>这样就没有人能维护账号和权限了。请先授权给其他人。</translation>
    </message>
    <message>
        <source>There is no user “%1” in this store.</source>
        <translation>此数据库中没有用户“%1”。</translation>
    </message>
    <message>
        <source>A post cannot end (%1) before it begins (%2).</source>
        <translation>任职的结束日期（%1）不能早于开始日期（%2）。</translation>
    </message>
    <message>
        <source>There is no permission “%1:%2”.</source>
        <translation>没有权限“%1:%2”。</translation>
    </message>
    <message>
        <source>“%1” is no id for a role: up to %2 letters and digits, with . _ @ - between them.</source>
        <translation>“%1”不能作为角色标识：最多 %2 个字母和数字，中间可用 . _ @ -。</translation>
    </message>
    <message>
        <source>Give the role “%1” a name.</source>
        <translation>请给角色“%1”起名。</translation>
    </message>
    <message>
        <source>There is a role “%1” already.</source>
        <translation>角色“%1”已存在。</translation>
    </message>
    <message>
        <source>A user&apos;s name has 2 to 64 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.</source>
        <translation>用户名由 2 至 64 个文字、数字、点、连字符或下划线组成，以文字或数字开头。</translation>
    </message>
    <message>
        <source>“%1:%2” has no place: it can be granted everywhere (district) or not at all (none).</source>
        <translation>“%1:%2”不涉及地点：只能全区授予（district）或不授予（none）。</translation>
    </message>
    <message>
        <source>There is no role “%1”. The roles are: %2</source>
        <translation>没有角色“%1”。可用的角色：%2</translation>
    </message>
</context>
<context>
    <name>AccessWords</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Divisions and grids</source>
        <translation>区划与网格</translation>
    </message>
    <message>
        <source>Places and components</source>
        <translation>重点部位与部件</translation>
    </message>
    <message>
        <source>Organisation and people</source>
        <translation>机构与人员</translation>
    </message>
    <message>
        <source>Duty roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Catalogue and filing standards</source>
        <translation>分类与立案标准</translation>
    </message>
    <message>
        <source>Rules and calendars</source>
        <translation>规则与工作日历</translation>
    </message>
    <message>
        <source>Heat maps and statistics</source>
        <translation>热力图与统计</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Roles and permissions</source>
        <translation>角色与权限</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>own</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>own unit</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>own area</source>
        <translation>本辖区</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>See</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Open what is masked</source>
        <translation>查看脱敏内容</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Draw for another look</source>
        <translation>抽取复查案件</translation>
    </message>
    <message>
        <source>Look at again</source>
        <translation>复查</translation>
    </message>
</context>
<context>
    <name>AccountDesk</name>
    <message>
        <source>There is no user “%1” in this store.</source>
        <translation>此数据库中没有用户“%1”。</translation>
    </message>
    <message>
        <source>There is a user “%1” already.</source>
        <translation>用户“%1”已存在。</translation>
    </message>
    <message>
        <source>%1 has no such post that could end. Posts are told by “gridward admin user STORE list”.</source>
        <translation>%1 没有可以结束的此项任职。用“gridward admin user STORE list”查看任职。</translation>
    </message>
    <message>
        <source>A server cannot ask for another password at the first login. Leave --must-change out, and have %1 change it: “gridward admin user URL set-password %1 --password-file FILE”.</source>
        <translation>服务器不能要求首次登录时改密码。请去掉 --must-change，请 %1 自己修改：“gridward admin user URL set-password %1 --password-file FILE”。</translation>
    </message>
</context>
<context>
    <name>AdminAuditCommand</name>
    <message>
        <source>--kind must be one of: %1</source>
        <translation>--kind 须为以下之一：%1</translation>
    </message>
    <message>
        <source>Checked to entry %1: intact.</source>
        <translation>已核验至第 %1 条：完整。</translation>
    </message>
    <message>
        <source>Checked to entry %1: broken.</source>
        <translation>已核验至第 %1 条：链已断裂。</translation>
    </message>
    <message>
        <source>Say what to do: gridward admin audit STORE list|check</source>
        <translation>请说明要做什么：gridward admin audit STORE list|check</translation>
    </message>
</context>
<context>
    <name>AdminCommand</name>
    <message>
        <source>Say what to administer: %1</source>
        <translation>请说明管理什么：%1</translation>
    </message>
    <message>
        <source>(disabled)</source>
        <translation>（已停用）</translation>
    </message>
    <message>
        <source>(no password)</source>
        <translation>（未设密码）</translation>
    </message>
    <message>
        <source>(must change the password)</source>
        <translation>（须修改密码）</translation>
    </message>
    <message>
        <source>--%1 must be a day such as 2026-12-01.</source>
        <translation>--%1 必须是日期，例如 2026-12-01。</translation>
    </message>
    <message>
        <source>Say what the user is: --role ROLE.</source>
        <translation>请说明用户的角色：--role ROLE。</translation>
    </message>
    <message>
        <source>Say where the new password is: --password-file FILE.</source>
        <translation>请说明新密码在哪里：--password-file FILE。</translation>
    </message>
    <message>
        <source>Say which post: gridward admin user STORE post NAME add|end --role ROLE</source>
        <translation>请说明任职：gridward admin user STORE post NAME add|end --role ROLE</translation>
    </message>
    <message>
        <source>open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Say what to do: gridward admin user STORE add|list|set-password|disable|enable|post|sessions</source>
        <translation>请说明做什么：gridward admin user STORE add|list|set-password|disable|enable|post|sessions</translation>
    </message>
    <message>
        <source>On a server the login has proved who you are: leave --old-password-file out.</source>
        <translation>在服务器上，登录已经证明了您的身份：请去掉 --old-password-file。</translation>
    </message>
</context>
<context>
    <name>AdminRoleCommand</name>
    <message>
        <source>“%1” is no permission. Of %2 there are: %3</source>
        <translation>“%1”不是权限。%2 的权限有：%3</translation>
    </message>
    <message>
        <source>“%1” is no permission: it is a kind of thing and an action, such as case:file. Things: %2</source>
        <translation>“%1”不是权限：权限写作事物类别加动作，例如 case:file。类别有：%2</translation>
    </message>
    <message>
        <source>There is no role “%1” in this store.</source>
        <translation>本库中没有角色“%1”。</translation>
    </message>
    <message>
        <source>How far must be one of: %1</source>
        <translation>范围必须是以下之一：%1</translation>
    </message>
    <message>
        <source>There is no user “%1” in this store.</source>
        <translation>此数据库中没有用户“%1”。</translation>
    </message>
    <message>
        <source>After the store: list, show ROLE, add ROLE --name NAME, grant ROLE THING:ACTION REACH, reset ROLE, or preview USER --in CODE.</source>
        <translation>数据库之后写：list、show ROLE、add ROLE --name NAME、grant ROLE THING:ACTION REACH、reset ROLE 或 preview USER --in CODE。</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>gridward --help tells what there is.</source>
        <translation>运行 gridward --help 查看用法。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. “gridward render” draws without one.</source>
        <translation>没有可用的显示器，无法打开窗口。“gridward render”不需要显示器即可出图。</translation>
    </message>
    <message>
        <source>Name one store only; “%1” is the second.</source>
        <translation>只能指定一个数据库，“%1”是第二个。</translation>
    </message>
    <message>
        <source>Standard output could not be written to.</source>
        <translation>无法写入标准输出。</translation>
    </message>
    <message>
        <source>The scene “%1” is none: %2</source>
        <translation>“%1”不是场景：%2</translation>
    </message>
    <message>
        <source>Another file beside “%1” holds a scene of the id “%2”, too. Give each an id of its own.</source>
        <translation>“%1”旁边的另一个文件也含有编号为“%2”的场景。请给每个场景各自的编号。</translation>
    </message>
</context>
<context>
    <name>AreaReader</name>
    <message>
        <source>Its type “%1” is unknown. Use %2.</source>
        <translation>类型“%1”无法识别，请使用 %2。</translation>
    </message>
    <message>
        <source>Its level “%1” is unknown. Use %2.</source>
        <translation>等级“%1”无法识别，请使用 %2。</translation>
    </message>
    <message>
        <source>“%1” is no number of people or households.</source>
        <translation>“%1”不是人数或户数。</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2026-03-05.</source>
        <translation>“%1”不是日期，请写成 2026-03-05 的形式。</translation>
    </message>
    <message>
        <source>It has no grid code.</source>
        <translation>没有网格编码。</translation>
    </message>
    <message>
        <source>Its code “%1” is not built as %2: %3 digits are wanted.</source>
        <translation>编码“%1”不符合 %2 的结构，应为 %3 位数字。</translation>
    </message>
    <message>
        <source>Its code does not begin with %1, the code of the district.</source>
        <translation>编码不是以本区代码 %1 开头。</translation>
    </message>
    <message>
        <source>Its code is already that of feature %1.</source>
        <translation>编码与要素 %1 重复。</translation>
    </message>
    <message>
        <source>The file does not say of which type the grids are; they are taken as residential.</source>
        <translation>文件没有注明网格类型，按住宅（residential）处理。</translation>
    </message>
    <message>
        <source>The file does not say of which level the grids are; they are taken as daily management.</source>
        <translation>文件没有注明网格等级，按日常管理（daily）处理。</translation>
    </message>
    <message numerus="yes">
        <source>The area that the file gives differs by more than 1 % from the measured one (EPSG:%1) for %n grid(s); the measured one was taken.</source>
        <translation>
            <numerusform>有 %n 个网格的面积，文件所载与测算值（EPSG:%1）相差超过 1%，已采用测算值。</numerusform>
        </translation>
    </message>
    <message>
        <source>The grids in “%1” do not divide the district cleanly; nothing was taken. Findings: %2. The first: %3</source>
        <translation>“%1”中的网格未能无缝、不重叠地划分本区，没有导入任何内容。发现问题 %2 处，第一处：%3</translation>
    </message>
    <message>
        <source>“%1” is a table without outlines. Grids come from a map file, such as a Shapefile, GeoPackage or GeoJSON.</source>
        <translation>“%1”是没有边界的表格。网格须从地图文件导入，例如 Shapefile、GeoPackage 或 GeoJSON。</translation>
    </message>
    <message>
        <source>It has no code.</source>
        <translation>没有编码。</translation>
    </message>
</context>
<context>
    <name>AsideFile</name>
    <message>
        <source>There is no room left to write “%1”. Free some, or choose another disk.</source>
        <translation>没有空间写入“%1”。请清理磁盘空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check that you may write in its folder.</source>
        <translation>无法写入“%1”。请检查所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Make it first, or choose another.</source>
        <translation>文件夹“%1”不存在。请先创建，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a name for the file.</source>
        <translation>“%1”是文件夹，请为文件取一个名称。</translation>
    </message>
</context>
<context>
    <name>AuditDesk</name>
    <message>
        <source>“%1” cannot be written. Check that you may write in its folder.</source>
        <translation>无法写入“%1”。请检查所在文件夹的写入权限。</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>服务家庭</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Logs of cases</source>
        <translation>案件日志</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Key locations</source>
        <translation>重点部位</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>已录入</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>erased: no longer needed</source>
        <translation>已删除（不再需要）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>办结早于</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Purpose: %1</source>
        <translation>用途：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>数量：%1</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>角色：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Personal data opened</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Personal data changed</source>
        <translation>更改个人信息</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>As the program gives it</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>To be changed</source>
        <translation>须更换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Deputy</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
</context>
<context>
    <name>BaseMapService</name>
    <message>
        <source>The map service offers no layer that can be drawn.</source>
        <translation>该地图服务没有可绘制的图层。</translation>
    </message>
    <message>
        <source>The map service offers no layer “%1” that can be drawn.</source>
        <translation>该地图服务没有可绘制的图层“%1”。</translation>
    </message>
    <message>
        <source>The map service describes itself wrongly; ask those who run it, or take another one.</source>
        <translation>该地图服务的能力描述有误；请联系其运维单位，或改用其他服务。</translation>
    </message>
    <message>
        <source>“%1” is not the address of a map service. It begins with https:// and has {x}, {y} and {z} in it, or is that of a WMTS or WMS.</source>
        <translation>“%1”不是地图服务的地址。地址应以 https:// 开头并含有 {x}、{y} 和 {z}，或是 WMTS、WMS 的地址。</translation>
    </message>
    <message>
        <source>Tiles in a folder need {x}, {y} and {z} in their address. Open single files as map files instead.</source>
        <translation>文件夹中的瓦片，其地址须含有 {x}、{y} 和 {z}。单个文件请作为地图文件打开。</translation>
    </message>
    <message>
        <source>The answer of “%1” is not that of a WMTS or WMS. Check the address.</source>
        <translation>“%1”返回的不是 WMTS 或 WMS 的内容。请检查地址。</translation>
    </message>
</context>
<context>
    <name>CaseCommand</name>
    <message>
        <source>The attachment “%1” cannot be read: %2</source>
        <translation>无法读取附件“%1”：%2</translation>
    </message>
    <message>
        <source>The attachment “%1” is larger than 64 MB.</source>
        <translation>附件“%1”超过 64 MB。</translation>
    </message>
    <message>
        <source>--at “%1” is neither LON,LAT in degrees (longitude first) nor a time.</source>
        <translation>--at “%1”既不是以度为单位的 LON,LAT（经度在前），也不是时间。</translation>
    </message>
    <message>
        <source>--kind must be matter or component.</source>
        <translation>--kind 只能是 matter（事项）或 component（部件）。</translation>
    </message>
    <message>
        <source>--source must be one of: %1</source>
        <translation>--source 只能是：%1</translation>
    </message>
    <message>
        <source>--level must be one of: %1</source>
        <translation>--level 只能是：%1</translation>
    </message>
    <message>
        <source>Say where it is: --at LON,LAT (longitude first).</source>
        <translation>请指明位置：--at LON,LAT（经度在前）。</translation>
    </message>
    <message>
        <source>--state must be one of: %1</source>
        <translation>--state 只能是：%1</translation>
    </message>
    <message>
        <source>There is no step “%1”.</source>
        <translation>没有步骤“%1”。</translation>
    </message>
    <message>
        <source>%1 sees the cases of %2 only.</source>
        <translation>%1 只能查看 %2 的案件。</translation>
    </message>
    <message>
        <source>There is no class %1 (%2) in the catalogue %3.</source>
        <translation>分类目录 %3 中没有类别 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 sees who is responsible in %2 only.</source>
        <translation>%1 只能查看 %2 的责任人。</translation>
    </message>
    <message>
        <source>%1 lies in no grid of this district: nobody is responsible there.</source>
        <translation>%1 不在本区任何网格内，无人负责。</translation>
    </message>
    <message>
        <source>--%1 must be %2 or %3.</source>
        <translation>--%1 只能是 %2 或 %3。</translation>
    </message>
    <message>
        <source>--until “%1” is neither a day such as 2026-12-01 nor a time.</source>
        <translation>--until “%1”既不是 2026-12-01 这样的日期，也不是时间。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>Say what to do: gridward case STORE report|list|show|actions|act|explain|folder|responsible</source>
        <translation>请说明要做什么：gridward case STORE report|list|show|actions|act|explain|folder|responsible</translation>
    </message>
    <message>
        <source>--%1 must be one of: %2</source>
        <translation>--%1 只能是：%2</translation>
    </message>
    <message>
        <source>Times are those of %1.</source>
        <translation>时间均为 %1 时区。</translation>
    </message>
    <message>
        <source>--closed goes with --queue callback.</source>
        <translation>--closed 只能与 --queue callback 一起使用。</translation>
    </message>
</context>
<context>
    <name>CaseDesk</name>
    <message>
        <source>Say in 1 to %1 characters what the problem is.</source>
        <translation>请用 1 至 %1 个字符说明问题。</translation>
    </message>
    <message>
        <source>There is no class %1 (%2) in the catalogue %3.</source>
        <translation>分类目录 %3 中没有类别 %1（%2）。</translation>
    </message>
    <message>
        <source>The place must be longitude, latitude in degrees.</source>
        <translation>位置应为以度为单位的经度、纬度。</translation>
    </message>
    <message>
        <source>%1 lies in no grid of this district. Longitude comes first; check the place.</source>
        <translation>%1 不在本区任何网格内。经度应在前，请检查位置。</translation>
    </message>
    <message>
        <source>Somebody else was first: case %1 is at version %2 now, not %3.</source>
        <translation>案件 %1 已被他人先行更改：现为版本 %2，不是 %3。</translation>
    </message>
    <message>
        <source>There is no person “%1”.</source>
        <translation>没有人员“%1”。</translation>
    </message>
    <message>
        <source>Class %1 has no filing condition “%2”.</source>
        <translation>类别 %1 没有立案条件“%2”。</translation>
    </message>
    <message>
        <source>There is no handling unit “%1”. “gridward case … actions” proposes some.</source>
        <translation>没有处置单位“%1”。“gridward case … actions”可列出建议的处置单位。</translation>
    </message>
    <message>
        <source>The last step of case %1 was at %2; this one cannot be earlier.</source>
        <translation>案件 %1 的上一步发生在 %2，新的一步不能更早。</translation>
    </message>
    <message>
        <source>There is no street “%1” in this store. Name the code of one.</source>
        <translation>此数据库中没有街道“%1”。请填写已有街道的编码。</translation>
    </message>
    <message>
        <source>There is no class “%1” in the catalogue %2. Name the code of a class, such as 06010.</source>
        <translation>分类目录 %2 中没有分类“%1”。请填写分类编码，例如 06010。</translation>
    </message>
    <message>
        <source>A case is split into %1 cases at the most.</source>
        <translation>一件案件最多拆分为 %1 件。</translation>
    </message>
    <message>
        <source>There is no department “%1”.</source>
        <translation>没有部门“%1”。</translation>
    </message>
    <message>
        <source>%1 (role %2) lacks the permission “%3”.</source>
        <translation>%1（角色 %2）没有“%3”权限。</translation>
    </message>
    <message>
        <source>There is no component “%1”. Name the whole code of one.</source>
        <translation>没有编号为“%1”的部件，请写出完整的部件编号。</translation>
    </message>
    <message>
        <source>%1 does not work for the unit that has case %2. Choose somebody of that unit, or transfer the case first.</source>
        <translation>%1不是案件 %2 现处置单位的人员。请选择该单位的人员，或先转派案件。</translation>
    </message>
    <message>
        <source>There is no user “%1” in this store. “gridward admin user STORE list” names those it has.</source>
        <translation>此数据库中没有用户“%1”。可用“gridward admin user STORE list”查看已有用户。</translation>
    </message>
    <message>
        <source>“%1” says here that all is well. To send %2 to look at it, use “entrust”.</source>
        <translation>此处“%1”表示没有问题。要派 %2 去看，请用“entrust”。</translation>
    </message>
</context>
<context>
    <name>CaseFolder</name>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>This picture cannot be shown; its file is in the folder as it is.</source>
        <translation>此图片无法显示；原文件已原样放入本卷宗。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Choose another folder, or make room on the disk.</source>
        <translation>无法写入“%1”：%2。请换一个文件夹，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>The evidence is NOT what the log says. See the section “Evidence”.</source>
        <translation>证据与日志记载【不一致】。见“证据”一节。</translation>
    </message>
    <message>
        <source>Surroundings</source>
        <translation>周边情况</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Names and phones of callers and residents are kept masked apart from the case; none of them is in this folder or its files.</source>
        <translation>反映人与居民的姓名、电话与案件分开保存并脱敏；本卷宗及其附件中均不含此类信息。</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>No picture or file came with this case.</source>
        <translation>本案没有图片或文件。</translation>
    </message>
    <message>
        <source>Came with</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>File in this folder</source>
        <translation>卷宗内文件</translation>
    </message>
    <message>
        <source>How</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Parts, duplicates and bundle</source>
        <translation>拆分、重复与捆绑案件</translation>
    </message>
    <message>
        <source>No other case belongs with this one.</source>
        <translation>没有与本案关联的案件。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step and note</source>
        <translation>步骤与说明</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>之后状态</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>DOES NOT FOLLOW</source>
        <translation>【不衔接】</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Head of the chain (SHA-256 of the last step): %1</source>
        <translation>链头（最后一步的 SHA-256）：%1</translation>
    </message>
    <message>
        <source>Times are those of %1. Each hash is a SHA-256 over the step and the hash before it; %2 in this folder has all of them, with the facts of each step.</source>
        <translation>时间为 %1 时区。每个哈希是该步骤与前一哈希的 SHA-256；完整哈希与各步骤的事实见卷宗内的 %2。</translation>
    </message>
    <message>
        <source>Case %1: %2</source>
        <translation>案件 %1：%2</translation>
    </message>
    <message>
        <source>Drawn from the data of %1, WGS 84 (EPSG:4326); state of %2</source>
        <translation>据%1数据绘制，WGS 84（EPSG:4326）；截至 %2</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Clocks and deadline</source>
        <translation>计时与时限</translation>
    </message>
    <message>
        <source>No rule explains the deadlines of this case.</source>
        <translation>没有规则能说明本案的时限。</translation>
    </message>
    <message>
        <source>Calls to departments</source>
        <translation>吹哨（呼叫部门）</translation>
    </message>
    <message>
        <source>No department was called to it.</source>
        <translation>本案没有呼叫过部门。</translation>
    </message>
    <message>
        <source>Grid and those who answer for it, as of %1</source>
        <translation>网格与责任人（截至 %1）</translation>
    </message>
</context>
<context>
    <name>CaseImport</name>
    <message>
        <source>The refused lines cannot be written to %1. Name another file for them, or make room.</source>
        <translation>无法把被拒绝的行写入 %1。请换一个文件，或清理磁盘空间。</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it was kept.</source>
        <translation>导入已停止，没有保留任何内容。</translation>
    </message>
    <message>
        <source>“%1” is no coordinate system this program knows. Say EPSG: and a number, gcj02 or bd09.</source>
        <translation>“%1”不是本程序支持的坐标系。请写 EPSG: 加编号，或 gcj02、bd09。</translation>
    </message>
    <message>
        <source>Positions in %1 cannot be converted to WGS 84.</source>
        <translation>%1 坐标无法转换为 WGS 84。</translation>
    </message>
    <message>
        <source>the position is swapped: “%1” is %2 and “%3” is %4, and only the other way round they are a place</source>
        <translation>坐标颠倒：“%1”为 %2、“%3”为 %4，互换后才是有效位置</translation>
    </message>
    <message>
        <source>“%1” is %2 and “%3” is %4: no place in %5</source>
        <translation>“%1”为 %2、“%3”为 %4，在 %5 中不是有效位置</translation>
    </message>
    <message>
        <source>“%1” and “%2” lie outside of every grid</source>
        <translation>“%1”和“%2”所示位置不在任何网格内</translation>
    </message>
    <message>
        <source>The columns seem to be separated by “%1”: say so with “delimiter” in the profile.</source>
        <translation>各列似乎以“%1”分隔，请在导入方案中用“delimiter”注明。</translation>
    </message>
    <message>
        <source>%1 lacks columns that the profile “%2” needs: %3. Found: %4.</source>
        <translation>%1 缺少导入方案“%2”所需的列：%3。现有的列：%4。</translation>
    </message>
    <message>
        <source>“%1” is “%2”: not between 1970 and 2200</source>
        <translation>“%1”为“%2”，不在 1970 年至 2200 年之间</translation>
    </message>
    <message>
        <source>“%1” is “%2”: no such time, or not written as %3</source>
        <translation>“%1”为“%2”，没有这个时间，或不是按 %3 书写</translation>
    </message>
    <message>
        <source>“%1” is empty: nobody knows when it was reported</source>
        <translation>“%1”为空，上报时间不明</translation>
    </message>
    <message>
        <source>it ended at %1, before it was reported at %2</source>
        <translation>结束时间 %1 早于上报时间 %2</translation>
    </message>
    <message>
        <source>“%1” is “%2”: the profile has no state for it</source>
        <translation>“%1”为“%2”，导入方案没有与之对应的状态</translation>
    </message>
    <message>
        <source>“%1” is “%2”, but “%3” is empty</source>
        <translation>“%1”为“%2”，但“%3”为空</translation>
    </message>
    <message>
        <source>“%1” is “%2”, but “%3” has a time</source>
        <translation>“%1”为“%2”，但“%3”有时间</translation>
    </message>
    <message>
        <source>“%1” is empty: the row has no number</source>
        <translation>“%1”为空，该行没有编号</translation>
    </message>
    <message>
        <source>no position: “%1” is “%2” and “%3” is “%4”</source>
        <translation>没有位置：“%1”为“%2”，“%3”为“%4”</translation>
    </message>
    <message>
        <source>the position is not two numbers: “%1” is “%2” and “%3” is “%4”</source>
        <translation>位置不是两个数：“%1”为“%2”，“%3”为“%4”</translation>
    </message>
    <message>
        <source>“%1” and “%2” are 0 and 0, which is a place nobody meant</source>
        <translation>“%1”和“%2”均为 0，不是有效位置</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>未分类</translation>
    </message>
</context>
<context>
    <name>CaseLegend</name>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>With a ring: overdue</source>
        <translation>带环：已超期</translation>
    </message>
    <message>
        <source>Several, by the highest level</source>
        <translation>多件，按最高级别</translation>
    </message>
    <message>
        <source>On duty (when zoomed in)</source>
        <translation>在岗人员（放大后显示）</translation>
    </message>
</context>
<context>
    <name>CasePlan</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>CaseProfile</name>
    <message>
        <source>must be a text</source>
        <translation>必须是文本</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>不能为空</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>必须是文本列表</translation>
    </message>
    <message>
        <source>is “%1”; allowed: %2</source>
        <translation>的值是“%1”，只允许：%2</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>必须是对象</translation>
    </message>
    <message>
        <source>must be a list of objects</source>
        <translation>必须是对象列表</translation>
    </message>
    <message>
        <source>“%1” %2</source>
        <translation>“%1”%2</translation>
    </message>
    <message>
        <source>is no key of a profile; allowed here: %1</source>
        <translation>不是导入方案的键，此处允许：%1</translation>
    </message>
    <message>
        <source>is “%1”; it must be a zone of the IANA list, such as Asia/Shanghai</source>
        <translation>的值是“%1”，应为 IANA 时区名，例如 Asia/Shanghai</translation>
    </message>
    <message>
        <source>holds “%1”; allowed are iso and the parts yyyy MM M dd d HH H hh h mm m ss s zzz AP, with a year, a month and a day</source>
        <translation>含有“%1”，只允许 iso，或由 yyyy MM M dd d HH H hh h mm m ss s zzz AP 组成且含年、月、日的格式</translation>
    </message>
    <message>
        <source>must be four numbers: west, south, east, north</source>
        <translation>必须是四个数：西、南、东、北</translation>
    </message>
    <message>
        <source>must have one text for each of class.columns</source>
        <translation>须为 class.columns 的每一列各给出一个文本</translation>
    </message>
    <message>
        <source>or “name” must say which column tells the division</source>
        <translation>或“name”须指明哪一列表示区划</translation>
    </message>
    <message>
        <source>must begin with “local:”</source>
        <translation>必须以“local:”开头</translation>
    </message>
    <message>
        <source>must be one of , ; | or a tab (\t)</source>
        <translation>只能是 , ; | 或制表符（\t）</translation>
    </message>
    <message>
        <source>There is no profile %1.</source>
        <translation>没有导入方案 %1。</translation>
    </message>
    <message>
        <source>The profile %1 cannot be opened for reading.</source>
        <translation>无法打开导入方案 %1 进行读取。</translation>
    </message>
    <message>
        <source>The profile %1 is not a JSON object; see its line %2.</source>
        <translation>导入方案 %1 不是 JSON 对象，请检查第 %2 行。</translation>
    </message>
    <message>
        <source>In the profile %1, %2.</source>
        <translation>导入方案 %1 中，%2。</translation>
    </message>
    <message>
        <source>There is no profile “%1”. There are: %2. Another one can be named by its path.</source>
        <translation>没有导入方案“%1”。现有：%2。其他配置可用文件路径指定。</translation>
    </message>
</context>
<context>
    <name>CaseRefusals</name>
    <message>
        <source>“%1” needs a reason.</source>
        <translation>“%1”须写明理由。</translation>
    </message>
    <message>
        <source>“%1” needs to know to whom or to what: a unit, a person, a case or a class.</source>
        <translation>“%1”须指明对象：单位、人员、案件或小类。</translation>
    </message>
    <message>
        <source>“%1” needs the date until which the case waits.</source>
        <translation>“%1”须写明挂账到哪一天。</translation>
    </message>
    <message>
        <source>“%1” cannot be done with %2: it is the case or the unit itself, is no longer open, or has no part in this case.</source>
        <translation>“%1”不能以 %2 为对象：它就是本案件或本单位，或已办结，或与本案件无关。</translation>
    </message>
    <message>
        <source>Class %1 asks for evidence with “%2”: attach a picture.</source>
        <translation>小类 %1 要求“%2”时附证据：请附照片。</translation>
    </message>
    <message>
        <source>Class %1 has no filing condition “%2”.</source>
        <translation>类别 %1 没有立案条件“%2”。</translation>
    </message>
    <message>
        <source>Case %1 was not filed under the condition “%2”.</source>
        <translation>案件 %1 不是按立案条件“%2”立案的。</translation>
    </message>
    <message>
        <source>Case %1 must be verified before it is filed: its class asks for it.</source>
        <translation>案件 %1 须先核实再立案：该小类有此要求。</translation>
    </message>
    <message>
        <source>Case %1 cannot be closed: the closing condition of %2 is not confirmed. Check it, or send it back for rework.</source>
        <translation>案件 %1 不能结案：%2 的结案条件尚未确认。请核查，或退回返工。</translation>
    </message>
    <message>
        <source>Case %1 cannot be closed before its scene is released.</source>
        <translation>案件 %1 的现场尚未解除，不能结案。</translation>
    </message>
    <message>
        <source>Case %1 has no scene that is held.</source>
        <translation>案件 %1 没有需要值守的现场。</translation>
    </message>
    <message>
        <source>Nobody stays at the scene of case %1 yet.</source>
        <translation>案件 %1 的现场还没有人值守。</translation>
    </message>
    <message>
        <source>At the scene of case %1 stays %2, who hands it over by name.</source>
        <translation>案件 %1 的现场由 %2 值守，须由其指名交接。</translation>
    </message>
    <message>
        <source>Cases that were split from case %1 are still open.</source>
        <translation>由案件 %1 拆分出的案件尚未办结。</translation>
    </message>
    <message>
        <source>The assisting unit %1 is not ready with its part of case %2.</source>
        <translation>协办单位 %1 尚未完成案件 %2 中的部分。</translation>
    </message>
    <message>
        <source>The limit of case %1 has run out: only what is not overdue can be extended.</source>
        <translation>案件 %1 已超期：只有未超期的案件才能延期。</translation>
    </message>
    <message>
        <source>Case %1 has had as many as there may be (%2).</source>
        <translation>案件 %1 已达到允许的次数（%2）。</translation>
    </message>
    <message>
        <source>Case %1 has no limit that could be extended.</source>
        <translation>案件 %1 没有可以延长的时限。</translation>
    </message>
    <message>
        <source>Something was asked for already for case %1, and waits for its decision.</source>
        <translation>案件 %1 已有申请在等待批复。</translation>
    </message>
    <message>
        <source>Nobody asked for it for case %1, or its turn has not come.</source>
        <translation>案件 %1 没有此项申请，或尚未轮到这一步。</translation>
    </message>
    <message>
        <source>Two approvals are needed from two persons.</source>
        <translation>两次审批须由两人作出。</translation>
    </message>
    <message>
        <source>Case %1 has no overdue mark that could be appealed against.</source>
        <translation>案件 %1 没有超期标记，无从申诉。</translation>
    </message>
    <message>
        <source>Case %1 was appealed once already.</source>
        <translation>案件 %1 已申诉过一次。</translation>
    </message>
    <message>
        <source>An appeal of case %1 waits for its decision.</source>
        <translation>案件 %1 的申诉尚待决定。</translation>
    </message>
    <message>
        <source>%1 is not called to case %2, or has come already.</source>
        <translation>%1 未被呼叫到案件 %2，或已到达。</translation>
    </message>
    <message>
        <source>%1 is called to case %2 already and has not come yet.</source>
        <translation>已呼叫 %1 到案件 %2，尚未到达。</translation>
    </message>
    <message>
        <source>Case %1 shares the deadline of another case: that one is to be changed.</source>
        <translation>案件 %1 与另一案件捆绑计时：请对主案件办理。</translation>
    </message>
    <message>
        <source>There is nothing to be done for case %1 now.</source>
        <translation>案件 %1 目前无须办理。</translation>
    </message>
    <message>
        <source>%1 (role %2) lacks the permission “%3”.</source>
        <translation>%1（角色 %2）没有“%3”权限。</translation>
    </message>
    <message>
        <source>“%1” is not for %2 (role %3) while case %4 is “%5”.</source>
        <translation>案件 %4 为“%5”时，%2（角色 %3）不能“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not possible while case %2 is “%3”.</source>
        <translation>案件 %2 处于“%3”，不能执行“%1”。</translation>
    </message>
    <message>
        <source>%1 dispatched or handled case %2, or checked it: nobody does both (supervision and dispatch are separate). Another person has to “%3”.</source>
        <translation>%1 派遣、处置过案件 %2，或核查过它：同一人不能兼做（监督与指挥分离）。须由其他人“%3”。</translation>
    </message>
    <message>
        <source>Case %1 is not with the unit of %2.</source>
        <translation>案件 %1 不在 %2 所属的处置单位。</translation>
    </message>
    <message>
        <source>The last step of case %1 is by %2: only one&apos;s own can be taken back.</source>
        <translation>案件 %1 的最近一步由 %2 办理，只能撤回本人办理的步骤。</translation>
    </message>
    <message>
        <source>The last step of case %1 cannot be taken back.</source>
        <translation>案件 %1 的最近一步不能撤回。</translation>
    </message>
    <message>
        <source>The last step of case %1 was more than %2 minutes ago: it stands.</source>
        <translation>案件 %1 的最近一步已超过 %2 分钟，不能再撤回。</translation>
    </message>
    <message>
        <source>The day must lie ahead, and no further than %1 days: a suspension may not last longer.</source>
        <translation>日期须在今天之后、%1 天以内：挂账不得超过这一期限。</translation>
    </message>
    <message>
        <source>The deadline of “%1” must lie ahead, and no further than a year.</source>
        <translation>“%1”的期限必须在以后，且不超过一年。</translation>
    </message>
    <message>
        <source>Nobody outside reported case %1: there is nobody to call back.</source>
        <translation>案件 %1 不是外部人员反映的，没有可回访的人。</translation>
    </message>
    <message>
        <source>%1 dispatched or handled case %2, or belongs to the unit whose work it is: somebody else has to look at it.</source>
        <translation>%1 派遣或处置过案件 %2，或属于处置单位：须由其他人去看。</translation>
    </message>
</context>
<context>
    <name>CaseReplay</name>
    <message>
        <source>There is no room for temporary files.</source>
        <translation>没有空间存放临时文件，请清理磁盘空间。</translation>
    </message>
    <message>
        <source>The replay was stopped.</source>
        <translation>回放已停止。</translation>
    </message>
    <message>
        <source>The temporary file of the replay is damaged.</source>
        <translation>回放用的临时文件已损坏。</translation>
    </message>
</context>
<context>
    <name>CaseSimulator</name>
    <message>
        <source>A simulation needs at least one day, and no number below 0.</source>
        <translation>模拟至少需要一天，且各数不得小于 0。</translation>
    </message>
    <message>
        <source>%1 cases cannot be open among %2. Ask for fewer open cases, more days or more cases.</source>
        <translation>%2 件案件中不可能有 %1 件未结。请减少未结案件，或增加天数、案件数。</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>模拟已停止。</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>Awaiting filing</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Awaiting dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>At the unit</source>
        <translation>待处置</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Awaiting closing</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>热线</translation>
    </message>
    <message>
        <source>Residents&apos; app</source>
        <translation>市民 App</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>领导交办</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门转来</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>感知设备</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>File</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Make void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>Feed back</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Check passed</source>
        <translation>核查通过</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新立案</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转派</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Call in a department</source>
        <translation>吹哨</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Residential</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Commercial and business</source>
        <translation>商务商业</translation>
    </message>
    <message>
        <source>Firms and institutions</source>
        <translation>企事业单位</translation>
    </message>
    <message>
        <source>Crowded places</source>
        <translation>人员密集场所</translation>
    </message>
    <message>
        <source>Call taker</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>Filing officer</source>
        <translation>值班长（立案员）</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>派遣员</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Street supervisor</source>
        <translation>街道负责人</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>核查员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>监督员</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析员</translation>
    </message>
    <message>
        <source>Leader in charge</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Owner of this store</source>
        <translation>本数据库所有者</translation>
    </message>
    <message>
        <source>Grid manager</source>
        <translation>网格管理员</translation>
    </message>
    <message>
        <source>Grid assistant</source>
        <translation>网格助理员</translation>
    </message>
    <message>
        <source>Grid police officer</source>
        <translation>网格警员</translation>
    </message>
    <message>
        <source>Grid fire officer</source>
        <translation>网格消防员</translation>
    </message>
    <message>
        <source>Grid party secretary</source>
        <translation>网格党支部书记</translation>
    </message>
    <message>
        <source>Officer on duty</source>
        <translation>值班人员</translation>
    </message>
    <message>
        <source>Construction site</source>
        <translation>建筑工地</translation>
    </message>
    <message>
        <source>Home for the elderly</source>
        <translation>养老院</translation>
    </message>
    <message>
        <source>Gas regulating station</source>
        <translation>燃气调压站</translation>
    </message>
    <message>
        <source>Filling station</source>
        <translation>加油站</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>宾馆</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>图书馆</translation>
    </message>
    <message>
        <source>Shopping centre</source>
        <translation>商场</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Museum</source>
        <translation>博物馆</translation>
    </message>
    <message>
        <source>Office tower</source>
        <translation>写字楼</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>公园</translation>
    </message>
    <message>
        <source>Pedestrian street</source>
        <translation>步行街</translation>
    </message>
    <message>
        <source>Refuse station</source>
        <translation>垃圾站</translation>
    </message>
    <message>
        <source>Gate of a residential area</source>
        <translation>小区出入口</translation>
    </message>
    <message>
        <source>Restaurant street</source>
        <translation>餐饮街</translation>
    </message>
    <message>
        <source>School</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>广场</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>车站</translation>
    </message>
    <message>
        <source>Substation</source>
        <translation>变电站</translation>
    </message>
    <message>
        <source>Supermarket</source>
        <translation>超市</translation>
    </message>
    <message>
        <source>Temple</source>
        <translation>宗教场所</translation>
    </message>
    <message>
        <source>Theatre</source>
        <translation>剧院</translation>
    </message>
    <message>
        <source>Public toilet</source>
        <translation>公共厕所</translation>
    </message>
    <message>
        <source>Transport hub</source>
        <translation>交通枢纽</translation>
    </message>
    <message>
        <source>Underpass</source>
        <translation>地下通道</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>no limit yet</source>
        <translation>尚无时限</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>超期 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Daily management</source>
        <translation>日常管理</translation>
    </message>
    <message>
        <source>General prevention</source>
        <translation>一般防范</translation>
    </message>
    <message>
        <source>Key attention</source>
        <translation>重点关注</translation>
    </message>
    <message>
        <source>Comprehensive governance</source>
        <translation>综合治理</translation>
    </message>
    <message>
        <source>Grid inspector</source>
        <translation>网格督导员</translation>
    </message>
    <message>
        <source>Grid judicial officer</source>
        <translation>网格司法员</translation>
    </message>
    <message>
        <source>Grid head</source>
        <translation>网格长</translation>
    </message>
    <message>
        <source>Grid guide</source>
        <translation>网格指导员</translation>
    </message>
    <message>
        <source>Grid monitor</source>
        <translation>网格监督员</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n 个工作时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s)</source>
        <translation>
            <numerusform>%n 个自然日</numerusform>
        </translation>
    </message>
    <message>
        <source>desk %1 left</source>
        <translation>阶段剩余 %1</translation>
    </message>
    <message>
        <source>suspended until %1</source>
        <translation>挂账至 %1</translation>
    </message>
    <message>
        <source>check-in missed: %1</source>
        <translation>漏签 %1</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>nobody on the scene: %1</source>
        <translation>现场无人 %1</translation>
    </message>
    <message>
        <source>Extension asked</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Suspension asked</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Appeal lodged</source>
        <translation>已申诉</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已反馈</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s), round the clock</source>
        <translation>
            <numerusform>紧急 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s), round the clock</source>
        <translation>
            <numerusform>紧急 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), round the clock</source>
        <translation>
            <numerusform>紧急 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>desk %1 overdue</source>
        <translation>阶段超期 %1</translation>
    </message>
    <message>
        <source>handed in on time</source>
        <translation>按期处置</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Send a collector</source>
        <translation>派员</translation>
    </message>
    <message>
        <source>%1 late, suspended</source>
        <translation>超期 %1，挂账中</translation>
    </message>
    <message>
        <source>%1 overdue, suspended until %2</source>
        <translation>超期 %1，挂账至 %2</translation>
    </message>
    <message>
        <source>check %1 overdue</source>
        <translation>核查超期 %1</translation>
    </message>
    <message>
        <source>check %1 left</source>
        <translation>核查剩余 %1</translation>
    </message>
    <message>
        <source>Response team</source>
        <translation>应急队伍</translation>
    </message>
    <message>
        <source>Patrol car</source>
        <translation>巡逻车</translation>
    </message>
    <message>
        <source>Street sprinkler</source>
        <translation>洒水车</translation>
    </message>
    <message>
        <source>Street sweeper</source>
        <translation>清扫车</translation>
    </message>
    <message>
        <source>Bucket truck</source>
        <translation>高空作业车</translation>
    </message>
    <message>
        <source>Drainage pump</source>
        <translation>排水泵车</translation>
    </message>
    <message>
        <source>Emergency store</source>
        <translation>应急物资库</translation>
    </message>
    <message>
        <source>Hydrant</source>
        <translation>消防栓</translation>
    </message>
    <message>
        <source>Emergency shelter</source>
        <translation>应急避难场所</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Defibrillator (AED)</source>
        <translation>自动体外除颤器（AED）</translation>
    </message>
    <message>
        <source>Police post</source>
        <translation>警务站</translation>
    </message>
    <message>
        <source>Small fire station</source>
        <translation>微型消防站</translation>
    </message>
</context>
<context>
    <name>CatalogueCommand</name>
    <message>
        <source>The catalogue has no scheme “%1”. It has: %2.</source>
        <translation>目录中没有标准“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>%1%2  %3 components, %4 matters, %5 filing conditions</source>
        <translation>%1%2  部件 %3 类，事项 %4 类，立案条件 %5 条</translation>
    </message>
    <message>
        <source>--kind must be matter or component.</source>
        <translation>--kind 只能是 matter（事项）或 component（部件）。</translation>
    </message>
    <message>
        <source>Neither a class nor a filing condition is called “%1”.</source>
        <translation>没有名为“%1”的分类或立案条件。</translation>
    </message>
    <message>
        <source>--from and --to must be two schemes.</source>
        <translation>--from 和 --to 必须是两个不同的标准。</translation>
    </message>
    <message>
        <source>%1 → %2: %3 by rule, %4 to be decided by a person, %5 not mapped.</source>
        <translation>%1 → %2：按规则对应 %3 类，须由人决定 %4 类，没有对应 %5 类。</translation>
    </message>
    <message>
        <source>Say what to do: gridward catalogue STORE schemes|list|show|crosswalk</source>
        <translation>请说明要做什么：gridward catalogue STORE schemes|list|show|crosswalk</translation>
    </message>
    <message>
        <source>sheet %1, row %2, column %3: %4</source>
        <translation>表 %1 第 %2 行 %3 列：%4</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; --json lists them all.</source>
        <translation>
            <numerusform>… 另有 %n 条，用 --json 可全部列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 ended.</source>
        <translation>%1：新增 %2，更改 %3，停用 %4。</translation>
    </message>
    <message>
        <source>catalogue: %1 rows read, %2 taken (%3 of them as they were), %4 refused.</source>
        <translation>catalogue：读取 %1 行，接受 %2 行（其中 %3 行无变化），拒绝 %4 行。</translation>
    </message>
    <message>
        <source>This was a preview; nothing was written.</source>
        <translation>这只是预览，没有写入任何内容。</translation>
    </message>
    <message>
        <source>%1: %2 classes and %3 filing conditions written.</source>
        <translation>%1：已写出 %2 个分类和 %3 个立案条件。</translation>
    </message>
</context>
<context>
    <name>CatalogueDiff</name>
    <message>
        <source>Nothing is ended while rows are refused: mend them and import again.</source>
        <translation>有行被拒绝，因此没有停用任何内容。请改正后再次导入。</translation>
    </message>
    <message>
        <source>There is no class %1. Add it to the sheet classes, or take the condition out.</source>
        <translation>没有分类 %1。请把它加到 classes（分类）表中，或删去这一条件。</translation>
    </message>
    <message>
        <source>The class %1 has %2 conditions already; more cannot be kept. Join some of them.</source>
        <translation>分类 %1 已有 %2 个条件，不能再多。请合并其中一些。</translation>
    </message>
    <message>
        <source>The workbook does not name these schemes; they stay as they are: %1.</source>
        <translation>工作簿中没有以下标准，保持不变：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) were changed in the store since the workbook was written, in row %1 first. Look at the difference before you go on.</source>
        <translation>
            <numerusform>有 %n 个条件在工作簿导出之后已在数据库中更改，首先见第 %1 行。请先查看差异再继续。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) have no filing condition, %1 first. Their cases have no limit.</source>
        <translation>
            <numerusform>有 %n 个分类没有立案条件，首先是 %1。其案件没有时限。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueReading</name>
    <message>
        <source>“%1” is a formula that failed. Write the value.</source>
        <translation>“%1”是出错的公式。请填写数值或文字。</translation>
    </message>
    <message>
        <source>It has more than %1 characters. Make it shorter.</source>
        <translation>超过 %1 个字符。请缩短。</translation>
    </message>
    <message>
        <source>It is empty. Fill it in.</source>
        <translation>为空。请填写。</translation>
    </message>
    <message>
        <source>“%1” is not known. Write one of: %2.</source>
        <translation>不认识“%1”。请填写以下之一：%2。</translation>
    </message>
    <message>
        <source>“%1” is no whole number from 1 to %2. Write one.</source>
        <translation>“%1”不是 1 到 %2 的整数。请改正。</translation>
    </message>
    <message>
        <source>“%1” is no day. Write it as 2026-07-01.</source>
        <translation>“%1”不是日期。请写成 2026-07-01。</translation>
    </message>
    <message>
        <source>“%1” is no code of %2: those have %3 digits. Write it as text, with its leading zeros.</source>
        <translation>“%1”不是 %2 的编码，其编码为 %3 位数字。请以文本填写，保留前面的零。</translation>
    </message>
    <message>
        <source>The class %1 stands in row %2 already. Take one of them out.</source>
        <translation>分类 %1 已在第 %2 行。请删去其中一行。</translation>
    </message>
    <message>
        <source>“%1” is not how the code %2 begins. Write %3.</source>
        <translation>“%1”与编码 %2 的开头不符。请填写 %3。</translation>
    </message>
    <message>
        <source>“%1” is no code of a division of the district. Leave it empty for the whole district.</source>
        <translation>“%1”不是本区区划的编码。适用于全区的请留空。</translation>
    </message>
    <message>
        <source>The condition %1 stands in row %2 already. Give it another id.</source>
        <translation>条件 %1 已在第 %2 行。请换一个编号。</translation>
    </message>
    <message numerus="yes">
        <source>Sheet %1: %n code(s) had lost the leading zero and got it back, in row %2 first. Keep codes as text.</source>
        <translation>
            <numerusform>表 %1：有 %n 个编码丢失了前面的零，已补回，首先见第 %2 行。编码请保持文本格式。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) lack the closing condition, the handling unit or the supervising department, in row %1 first.</source>
        <translation>
            <numerusform>有 %n 个条件缺少结案条件、处置单位或主管部门，首先见第 %1 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) of units are neither a kind nor a code of one that is known: %1. No unit will be proposed by them.</source>
        <translation>
            <numerusform>有 %n 个单位名称既不是已知的单位类别，也不是单位编码：%1。将不会据此推荐单位。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellMaker</name>
    <message>
        <source>“%1” holds no places that can be read.</source>
        <translation>“%1”中没有可读取的位置。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of “%1” have no place and were passed over.</source>
        <translation>
            <numerusform>“%1”中有 %n 行没有位置，已略过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells of %1 m would be %2, more than %3. Take %4 m or more.</source>
        <translation>边长 %1 米将划出 %2 个网格，超过上限 %3。请用 %4 米或更大的边长。</translation>
    </message>
    <message>
        <source>So many cells find no codes of the form %1. Take larger cells.</source>
        <translation>网格过多，%1 结构的编码不够用。请加大边长。</translation>
    </message>
    <message>
        <source>The places of the file lie too far apart for one district.</source>
        <translation>文件中的位置相距太远，不像在同一个区内。</translation>
    </message>
    <message>
        <source>Community %1</source>
        <translation>社区 %1</translation>
    </message>
    <message>
        <source>Grid %1-%2</source>
        <translation>网格 %1-%2</translation>
    </message>
    <message>
        <source>Street %1</source>
        <translation>街道 %1</translation>
    </message>
    <message>
        <source>A cell of %1 m is no use. Take 50 to 1000 m.</source>
        <translation>边长 %1 米不适用，请用 50 至 1000 米。</translation>
    </message>
    <message>
        <source>The district code “%1” does not fit grid codes of the form %2: %3 digits are wanted.</source>
        <translation>本区代码“%1”不符合 %2 结构的网格编码，应为 %3 位数字。</translation>
    </message>
    <message>
        <source>“%1” holds no places, so it has no extent.</source>
        <translation>“%1”中没有位置，无法确定范围。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lie far from all others and were left out.</source>
        <translation>
            <numerusform>有 %n 个位置远离其他位置，已排除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckCommand</name>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>The store is sound.</source>
        <translation>数据库完好。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not as they must be.</source>
        <translation>
            <numerusform>发现 %n 处问题。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassGroups</name>
    <message>
        <source>Municipal utilities</source>
        <translation>市政公用设施</translation>
    </message>
    <message>
        <source>Public utilities</source>
        <translation>市政公用设施</translation>
    </message>
    <message>
        <source>Traffic facilities</source>
        <translation>交通设施</translation>
    </message>
    <message>
        <source>Road traffic facilities</source>
        <translation>道路交通设施</translation>
    </message>
    <message>
        <source>Sanitation facilities</source>
        <translation>市容环卫设施</translation>
    </message>
    <message>
        <source>City appearance and environment facilities</source>
        <translation>市容环境设施</translation>
    </message>
    <message>
        <source>Greenery facilities</source>
        <translation>园林绿化设施</translation>
    </message>
    <message>
        <source>Other managed components</source>
        <translation>其他管理部件</translation>
    </message>
    <message>
        <source>Other components</source>
        <translation>其他管理部件</translation>
    </message>
    <message>
        <source>Appearance and environment</source>
        <translation>市容环境</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>宣传广告</translation>
    </message>
    <message>
        <source>Construction</source>
        <translation>施工管理</translation>
    </message>
    <message>
        <source>Street order</source>
        <translation>街面秩序</translation>
    </message>
    <message>
        <source>Sudden events</source>
        <translation>突发事件</translation>
    </message>
    <message>
        <source>Other matters</source>
        <translation>其他事项</translation>
    </message>
    <message>
        <source>Other events</source>
        <translation>其他事件</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Name the store or the files to draw.</source>
        <translation>请指定要绘制的数据库或文件。</translation>
    </message>
    <message>
        <source>--screen must be one of: %1</source>
        <translation>--screen 只能是：%1</translation>
    </message>
    <message>
        <source>--size must be WIDTHxHEIGHT, from 320x240 to %1x%1, such as 1920x1080.</source>
        <translation>--size 应为“宽x高”，范围 320x240 至 %1x%1，例如 1920x1080。</translation>
    </message>
    <message>
        <source>--scale must be a number from 1 to 4.</source>
        <translation>--scale 应为 1 至 4 之间的数。</translation>
    </message>
    <message>
        <source>--lang must be one of: %1</source>
        <translation>--lang 只能是：%1</translation>
    </message>
    <message>
        <source>--theme must be one of: %1</source>
        <translation>--theme 只能是：%1</translation>
    </message>
    <message>
        <source>--every and --out-dir go together.</source>
        <translation>--every 与 --out-dir 须同时使用。</translation>
    </message>
    <message>
        <source>Say where the picture goes: --out PNG, or --every TIME --out-dir DIR.</source>
        <translation>请指定图片的保存位置：--out PNG，或 --every TIME --out-dir DIR。</translation>
    </message>
    <message>
        <source>There is no command “%1”. The commands are: %2</source>
        <translation>没有命令“%1”。可用的命令：%2</translation>
    </message>
    <message>
        <source>--size divided by --scale must leave 320x240 or more for the window.</source>
        <translation>--size 除以 --scale 后，窗口不得小于 320x240。</translation>
    </message>
    <message>
        <source>--every must be a time such as 30s, 5m or 1h, a day at the most.</source>
        <translation>--every 应为时间间隔，例如 30s、5m 或 1h，最长一天。</translation>
    </message>
    <message>
        <source>gridward --help tells what there is.</source>
        <translation>运行 gridward --help 查看用法。</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>参数不全。</translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation>“%1”是多余的参数。</translation>
    </message>
    <message>
        <source>--%1 must be a whole number from %2 to %3.</source>
        <translation>--%1 应为 %2 至 %3 之间的整数。</translation>
    </message>
    <message>
        <source>--%1 must be a time such as 2026-11-21T08:00:00+08:00.</source>
        <translation>--%1 应为时间，例如 2026-11-21T08:00:00+08:00。</translation>
    </message>
    <message>
        <source>--at is taken at its word in demo and drill stores only; this is a real one.</source>
        <translation>--at 只在演示和演练的数据库中有效，此处为正式数据库。</translation>
    </message>
    <message>
        <source>Usage: gridward init STORE --district CODE --name N [options]
Makes a real district, empty.

  --district CODE  its six digits
  --name N         its name
  --cells METRES --extent-of FILE
                   square grids of that side over the places of FILE
  --crs CRS        coordinate system of FILE: EPSG:n, gcj02 or bd09
  --time-zone Z    IANA name (Asia/Shanghai)
  --drill          a drill: users and times may be claimed (--as, --at)
  --json           say on standard output what was made, as JSON</source>
        <translation>用法：gridward init STORE --district CODE --name N [选项]
建立正式城区，暂无业务数据。

  --district CODE  六位行政区划代码
  --name N         城区名称
  --cells METRES --extent-of FILE
                   在 FILE 所载位置的范围内划出该边长的方形网格
  --crs CRS        FILE 的坐标系：EPSG:n、gcj02 或 bd09
  --time-zone Z    IANA 时区名（Asia/Shanghai）
  --drill          演练：可自行指定用户和时间（--as、--at）
  --json           在标准输出以 JSON 说明建立结果</translation>
    </message>
    <message>
        <source>Usage: gridward replay STORE CASES --profile NAME [--speed N]
Plays recorded cases into the store as if they happened now.

  --speed N        N times as fast as they happened (1)
  --profile NAME   how to read them: see gridward import --help
  --crs, --encoding, --json   as there</source>
        <translation>用法：gridward replay STORE CASES --profile NAME [--speed N]
把记录的案件当作正在发生的案件，回放到数据库。

  --speed N        按实际速度的 N 倍回放（1）
  --profile NAME   导入方案，见 gridward import --help
  --crs、--encoding、--json   同上</translation>
    </message>
    <message>
        <source>Usage: gridward check STORE [--json]
Proves that the store is sound: file, logs, cases, grids. Exit status 1 if something is not.</source>
        <translation>用法：gridward check STORE [--json]
检验数据库是否完好：文件、日志、案件、网格。如有问题，退出状态为 1。</translation>
    </message>
    <message>
        <source>“%1” is read from; it cannot be written to as well. Name another file.</source>
        <translation>“%1”正被读取，不能同时写入。请指定其他文件。</translation>
    </message>
    <message>
        <source>“%1” is a store and was left alone. Name another file.</source>
        <translation>“%1”是数据库，未作改动。请指定其他文件。</translation>
    </message>
    <message>
        <source>Usage: gridward catalogue STORE schemes|list|show|crosswalk … [--json]
Shows classes and filing standards; import and export change them.

  schemes          the editions and local schemes, and how many classes they have
  list [--scheme S] [--kind component|matter] [--ended]
                   the classes of a scheme (that of new cases)
  show CODE|CONDITION
                   a class wherever it is, with its filing conditions; or a
                   condition with all its versions
  crosswalk [--from S] [--to S] [--table FILE]
                   what becomes of the classes of one edition in another: by rule,
                   to be decided by a person, or not mapped</source>
        <translation>用法：gridward catalogue STORE schemes|list|show|crosswalk … [--json]
查看分类和立案标准；更改请用导出和导入。

  schemes          各版标准和本地标准，以及各有多少分类
  list [--scheme S] [--kind component|matter] [--ended]
                   一个标准的分类（默认为新案件所用的标准）
  show CODE|CONDITION
                   各标准中该编码的分类及其立案条件；
                   或一个条件的全部版本
  crosswalk [--from S] [--to S] [--table FILE]
                   一版的分类在另一版中的对应：按规则、
                   须由人决定，或没有对应</translation>
    </message>
    <message>
        <source>One of --password-file and --password-fd goes with --as.</source>
        <translation>--as 只能配 --password-file 或 --password-fd 之一。</translation>
    </message>
    <message>
        <source>--password-fd must be the number of a descriptor.</source>
        <translation>--password-fd 必须是文件描述符的编号。</translation>
    </message>
    <message>
        <source>The password cannot be read from %1: %2</source>
        <translation>无法从 %1 读取密码：%2</translation>
    </message>
    <message>
        <source>There is no password in %1.</source>
        <translation>%1 中没有密码。</translation>
    </message>
    <message>
        <source>The password has to be changed first: “gridward admin user STORE set-password %1 --password-file NEW --old-password-file OLD”.</source>
        <translation>须先修改密码：“gridward admin user STORE set-password %1 --password-file NEW --old-password-file OLD”。</translation>
    </message>
    <message>
        <source>The account “%1” is disabled.</source>
        <translation>账号“%1”已停用。</translation>
    </message>
    <message>
        <source>--as is taken at its word in demo and drill stores only; this is a real one. Prove it with --password-file FILE, or leave it out to work as the owner of a store without passwords.</source>
        <translation>只有演示和演练数据库直接采信 --as，而这是正式数据库。请用 --password-file FILE 证明身份；无人设密码时可省略 --as，以本机所有者身份工作。</translation>
    </message>
    <message>
        <source>--password-file and --password-fd do not go together.</source>
        <translation>--password-file 与 --password-fd 不能同时使用。</translation>
    </message>
    <message>
        <source>A password proves who somebody is: say who, with --as USER.</source>
        <translation>密码用于证明身份：请用 --as USER 说明是谁。</translation>
    </message>
    <message>
        <source>descriptor %1</source>
        <translation>描述符 %1</translation>
    </message>
    <message>
        <source>Usage: gridward personal STORE open|households|purge|smallest-cell … [--as USER]
       [--json]
Callers and households. They are masked: every look is for a purpose and written down.

  open case ID --purpose P       who reported a case
  open household ID --purpose P  a household that a grid looks after
  households --grid CODE         how many there are, as far as that may be told
  households --community CODE    the same for each of its grids
  purge --older-than 180d        erase the callers of cases that ended so long ago
  smallest-cell [--set N]        no count below N (5 or more) is told
Purposes: call-back, find-the-place, handling, care-visit, correction, complaint.</source>
        <translation>用法：gridward personal STORE open|households|purge|smallest-cell … [--as USER]
       [--json]
来电人与服务家庭。平时一律遮蔽：每次查看须选用途，并记入审计日志。

  open case ID --purpose P       案件的来电人
  open household ID --purpose P  网格服务的一户家庭
  households --grid CODE         该网格的户数（在允许告知的范围内）
  households --community CODE    社区内各网格的户数
  purge --older-than 180d        删除办结已满该天数案件的来电人
  smallest-cell [--set N]        小于 N（不低于 5）的计数不予告知
用途：call-back（回访）、find-the-place（核实位置）、handling（处置联系）、care-visit（走访服务）、
correction（信息更正）、complaint（投诉处理）。</translation>
    </message>
    <message>
        <source>Usage: gridward staff STORE WHAT … [--as USER] [--at TIME] [--json]
Who works where, who is away, and what is missing.

  matrix [--street CODE] [--grid CODE]     who has which role in which grid
  vacancies [--street CODE] [--grid CODE]  roles that nobody has, since when
  roster [--street CODE] [--days N]        turns and hand-overs from that day on
  uncovered [--street CODE] [--hours N]    where too few are on duty (24 hours)
  assign PERSON ROLE AREA --from DAY [--to DAY]
  end PERSON ROLE AREA --from DAY --to DAY the last day of that duty
  leave PERSON --from DAY --to DAY [--deputy PERSON] [--kind K] [--note T]
                   annual, sick, family, training, secondment, other; the same
                   first day again changes that leave, an end before it withdraws it
  handover POST AREA --from PERSON --to PERSON [--note T] [--open T]
  needs [--set ROLE=N,LEVEL:ROLE=N]        what a grid must have; “standard” for the
                   seven forces
  coverage [--set POST@SCOPE=N@08:00-18:00]
                   which posts must be covered where; SCOPE is a level or a code
Days are 2026-11-20. --at TIME works in demo and drill stores.</source>
        <translation>用法：gridward staff STORE WHAT … [--as USER] [--at TIME] [--json]
谁在哪里任职、谁休假、哪里有空缺。

  matrix [--street CODE] [--grid CODE]     各网格由谁担任何职
  vacancies [--street CODE] [--grid CODE]  空岗及其起始日期
  roster [--street CODE] [--days N]        当日起的班次与交接
  uncovered [--street CODE] [--hours N]    何处值守人数不足（24 小时内）
  assign PERSON ROLE AREA --from DAY [--to DAY]
  end PERSON ROLE AREA --from DAY --to DAY 该职责的最后一天
  leave PERSON --from DAY --to DAY [--deputy PERSON] [--kind K] [--note T]
                   annual（年假）、sick（病假）、family（事假）、training（培训）、
                   secondment（借调）、other（其他）；第一天相同即修改该次休假，
                   最后一天早于第一天即撤销
  handover POST AREA --from PERSON --to PERSON [--note T] [--open T]
  needs [--set ROLE=N,LEVEL:ROLE=N]        网格应配人员；standard 为七种力量
  coverage [--set POST@SCOPE=N@08:00-18:00]
                   哪些岗位须有人值守、在何处；SCOPE 为级别或编码
日期写作 2026-11-20。--at TIME 只用于演示和演练的数据库。</translation>
    </message>
    <message>
        <source>There are accounts in this store: say who you are with --as USER --password-file FILE (with “admin user”: --as-password-file FILE).</source>
        <translation>本库设有账号：请用 --as USER --password-file FILE 说明身份（“admin user”用 --as-password-file FILE）。</translation>
    </message>
    <message>
        <source>Usage: gridward import STORE KIND FILE [options]
Takes data from a file: KIND is divisions, grids, components, addresses, places,
organisations, staff, households, cases, inbox or catalogue.

  --profile NAME   cases, inbox: how to read them (boston-311, taipei-1999,
                   zurich-zwn, or the path of a profile)
  --column OURS=THEIRS  inbox: a column by another name, such as text=COLUMN;
                   ours are text, address, time, number, class, caller, phone,
                   longitude, latitude
  --source NAME    inbox: where its rows come from (12345)
  --crs CRS        coordinate system of the file: EPSG:n, gcj02 or bd09
  --encoding E     of text that is not UTF-8, such as GBK
  --layer NAME     which layer of the file (the first)
  --map OURS=THEIRS  a column of the file by another name, such as code=village_id
  --refused FILE   cases: where refused lines go (beside FILE)
  --preview        catalogue, and staff as a workbook: tell what would change, and
                   write nothing
  --as USER        in whose name (demo and drill stores)
  --json           the report on standard output, as JSON</source>
        <translation>用法：gridward import STORE KIND FILE [选项]
从文件读取数据：KIND 是 divisions（区划）、grids（网格）、components（部件）、addresses（地址）、
places（重点部位）、organisations（单位）、staff（人员）、households（服务家庭）、cases（案件）、
inbox（来件）或 catalogue（目录）。

  --profile NAME   案件、来件：导入方案（boston-311、taipei-1999、zurich-zwn，
                   或导入方案文件的路径）
  --column 我方=对方  来件：列名不同时指明，例如 text=列名；我方的列是 text、address、
                   time、number、class、caller、phone、longitude、latitude
  --source NAME    来件：来自哪个系统（12345）
  --crs CRS        文件的坐标系：EPSG:n、gcj02 或 bd09
  --encoding E     非 UTF-8 文本的编码，例如 GBK
  --layer NAME     读取文件中的哪个图层（第一个）
  --map OURS=THEIRS  文件中列名不同时的对应关系，例如 code=village_id
  --refused FILE   案件：被拒绝的行写入何处（FILE 旁边）
  --preview        目录和人员工作簿：只列出将有的变化，不写入
  --as USER        以谁的名义（演示和演练的数据库）
  --json           在标准输出以 JSON 给出报告</translation>
    </message>
    <message>
        <source>Usage: gridward street STORE list --street CODE --out FILE.pdf [--json]
       gridward street STORE standing --street CODE [--json]
What a street office takes along and how its month stands.

  list             the list for the round: what is to be done outside, by community
                   and person, on A4
  standing         this month so far and the month before, of the cases registered
                   in each
  --street CODE    which street
  --out FILE       list: where the PDF goes
  --json           on standard output, as JSON
--as USER and --at TIME work in demo and drill stores.</source>
        <translation>用法：gridward street STORE list --street CODE --out FILE.pdf [--json]
      gridward street STORE standing --street CODE [--json]
街道的今日巡查单和本月情况。

  list             今日巡查单：需要到现场办的案件，按社区和人员分组，A4 纸
  standing         本月截至现在和上个月，均只统计当月登记的案件
  --street CODE    哪个街道
  --out FILE       list：PDF 写到哪里
  --json           以 JSON 输出到标准输出
--as USER 和 --at TIME 仅用于演示和演练数据库。</translation>
    </message>
    <message>
        <source>Usage: gridward export STORE grids|places|components|cases|events FILE
                       [--where EXPR]
       gridward export STORE catalogue FILE.xlsx
       gridward export STORE staff FILE.xlsx [--as USER]
       gridward export STORE rules|calendar FILE.json
Writes a file; its ending says the format: gpkg, geojson, shp, fgb, kml, csv, xlsx.
The catalogue is written as a workbook of two sheets, staff (organisations, people,
posts, duties, leave, shifts) as one of seven, to be edited and imported.
Rules (limits, levels) and the calendar (workdays, hours) are written as JSON.

  --where EXPR   only rows for which this holds, such as &quot;level = &apos;key&apos;&quot;
  --json         the report on standard output, as JSON</source>
        <translation>用法：gridward export STORE grids|places|components|cases|events FILE
                       [--where EXPR]
      gridward export STORE catalogue FILE.xlsx
      gridward export STORE staff FILE.xlsx [--as USER]
      gridward export STORE rules|calendar FILE.json
写出文件，格式由扩展名决定：gpkg、geojson、shp、fgb、kml、csv、xlsx。
目录写成两张表的工作簿；人员（组织、人员、岗位、任岗、职责、休假、排班）写成七张表的工作簿，
可编辑后再导入。规则（时限、级别）和日历（工作日、工作时间）写成 JSON。

  --where EXPR   只写出符合条件的行，例如 &quot;level = &apos;key&apos;&quot;
  --json         在标准输出以 JSON 给出报告</translation>
    </message>
    <message>
        <source>Usage: gridward inbox STORE VERB … [--as USER] [--json]
Rows that came in and are no cases yet: each becomes a case, is joined to one, or is
refused with a reason. “gridward import STORE inbox FILE” brings them in.

  list [--state S] [--batch B] [--after ID] [--limit N]
  counts           how many rows of each batch are in which state
  show ID          a row, what is proposed and why, open cases near it, its history
  classify ID… --class C [--kind K] | --proposed
  locate ID… --place LON,LAT | --proposed
  level ID… --level L
  follow ID… --leader ID    treat them as one with that row; 0: on their own again
  register ID…     those that have a class and a place, as cases
  join ID… --case ID        to an open case, by its id or number
  refuse ID… --note T, take-back ID…
--all [--batch B] instead of rows: every waiting one, for register, and for classify
and locate with --proposed. “register --all” leaves rows that may be told of already
and says which; --with-duplicates registers them too.
--expect-version N: refused if somebody was first.
States: waiting, registered, joined, refused. --at TIME works in demo and drill
stores.</source>
        <translation>用法：gridward inbox STORE 动作 … [--as USER] [--json]
已到达、尚未成为案件的来件：每件或成为案件、或并入案件、或附理由不予受理。
用“gridward import STORE inbox FILE”导入。

  list [--state S] [--batch B] [--after ID] [--limit N]
  counts           各批次各状态有多少件
  show ID          一件来件、建议及依据、附近的未结案件、历史
  classify ID… --class C [--kind K] | --proposed   定类
  locate ID… --place 经度,纬度 | --proposed        定位
  level ID… --level L                              定级
  follow ID… --leader ID    与那一件合并处理；0：重新分开
  register ID…     把有类别和位置的登记为案件
  join ID… --case ID        并入未结案件，按标识或编号
  refuse ID… --note T, take-back ID…               不予受理，撤回
--all [--batch B] 代替号码：所有待处理的，用于 register，以及带 --proposed 的 classify 和
locate。“register --all”会留下疑似重复的来件并列出号码；加 --with-duplicates 则一并登记。
--expect-version N：有人抢先则拒绝。
状态：waiting（待处理）、registered（已登记）、joined（已并入）、refused（不予受理）。
--at TIME 用于演示和演练的数据库。</translation>
    </message>
    <message>
        <source>Usage: gridward evaluate STORE --period P [--by LEVEL] --out FILE [options]
       gridward evaluate STORE --period P [--by LEVEL] --cases INDICATOR
                         [--unit CODE] [--numerator|--rest]
       gridward evaluate --definitions
How the cases registered in a period went: a row for each unit, a column for each
indicator, per cent and hours. Its ending says the format: csv, xlsx, ods, pdf, json.

  --period P       2026, 2026-Q4, 2026-11, 2026-W47, 2026-11-22 or
                   2026-11-01..2026-11-22, in days of the district
  --by LEVEL       district, street, community, grid, department, post or person
                   (district)
  --both           where two definitions are in use, the other one too (…_other)
  --names, --counts   csv: names of units; numerators and denominators
  --cases INDICATOR   the cases behind a figure: its denominator, as JSON
  --unit CODE      of that unit alone
  --numerator      those in the numerator alone; --rest: those not in it
  --definitions    what each indicator counts
  --json           all of it on standard output, as JSON
--as USER and --at TIME work in demo and drill stores.</source>
        <translation>用法：gridward evaluate 数据库 --period 周期 [--by 层级] --out 文件 [选项]
      gridward evaluate 数据库 --period 周期 [--by 层级] --cases 指标
                        [--unit 编码] [--numerator|--rest]
      gridward evaluate --definitions
统计一个周期内登记的案件：每个评价对象一行，每个指标一列，单位为百分比或小时。
文件格式由扩展名决定：csv、xlsx、ods、pdf、json。

  --period 周期    2026、2026-Q4、2026-11、2026-W47、2026-11-22 或
                   2026-11-01..2026-11-22，按本区日期
  --by 层级        district、street、community、grid、department、post 或 person
                   （默认 district）
  --both           有两种通行口径的指标，另一种也列出（…_other）
  --names、--counts   csv：对象名称；分子和分母
  --cases 指标     一个数字背后的案件：其分母，JSON 格式
  --unit 编码      只要该对象的
  --numerator      只要分子；--rest：分母中不属于分子的
  --definitions    各指标的口径
  --json           全部结果以 JSON 写到标准输出
演示库和演练库可用 --as 用户 和 --at 时间。</translation>
    </message>
    <message>
        <source>Usage: gridward sample STORE WHAT … [--as USER] [--at TIME] [--json]
Month-end sampling: closed cases drawn at random for another look on the spot.

  draw --month 2026-10 [--count N|N%] [--by street|department] [--area CODE] [--seed N]
                   records month, seed and all cases it was drawn from, so that
                   anybody can repeat it; the month must be over (50 cases)
  list             samplings and how far they are, newest first
  show ID [--population]
                   the cases drawn; with --json and --population what they were
                   drawn from
  result ID CASE confirmed|refuted|missing [--note T] [--attach FILE…]
                   final; not by whoever had the case in hand or judged it
  sheet ID --out FILE.csv
                   to take along: where, what, whose, and what was found</source>
        <translation>用法：gridward sample 数据库 做什么 … [--as 用户] [--at 时间] [--json]
月末抽查：随机抽取已结案的案件，到现场再看一遍。

  draw --month 2026-10 [--count N|N%] [--by street|department] [--area 代码] [--seed N]
                   记下月份、种子和全部总体，任何人都能重复；该月须已
                   结束（50 件）
  list             各次抽查及其进度，最新的在前
  show 编号 [--population]
                   抽到的案件；加 --json 和 --population 时还有总体
  result 编号 案件 confirmed|refuted|missing [--note 说明] [--attach 文件…]
                   不可更改；经手或评判过该案的人不得复查
  sheet 编号 --out 文件.csv
                   带去现场：在哪里、什么事、哪个单位、结果如何</translation>
    </message>
    <message>
        <source>Usage: gridward case STORE report|list|show|actions|act|explain|folder|responsible …
       [--as USER] [--json]

  report --class C --at LON,LAT --text T [--source S] [--level L] [--kind K]
         [--address A] [--attach FILE] [--caller-name-file F] [--caller-phone-file F]
  list [--state S] [--street CODE] [--class C] [--open] [--overdue] [--limit N]
       [--queue Q [--band B]]   those of a queue of the supervision: verify, check,
                   tasks, overdue, stuck, evidence, supervised, ladder, callback;
                   of an age in days: 0-1, 1-3, 3-7, 7-30, 30+
  show ID          everything about a case, its log and its clocks
  actions ID       what may be done now, what not and why, and who could take it
  act ID ACTION [--to UNIT|PERSON] [--note T] [--attach FILE]
         [--expect-version N] [--standard ID] [--met ID] [--until DATE]
         [--decision grant|deny] [--satisfied yes|no|not-reached] [--level L]
         [--bundle ID]
  explain ID       how its deadlines came about, in the time zone of the district
  folder ID --out FILE.pdf [--lang L]
                   all of a case on paper, with its evidence and its log inside
  responsible --at LON,LAT [--class C] [--kind K]
                   who is responsible there now, and why: people and units
ID is the case&apos;s id or its 19-digit number. Sources: patrol (if none is named),
hotline, app, video, leader, department, sensor; levels: blue (if none is named),
yellow, orange, red. --at TIME works in demo and drill stores.</source>
        <translation>用法：gridward case STORE report|list|show|actions|act|explain|folder|responsible …
      [--as USER] [--json]

  report --class C --at LON,LAT --text T [--source S] [--level L] [--kind K]
         [--address A] [--attach FILE] [--caller-name-file F] [--caller-phone-file F]
  list [--state S] [--street CODE] [--class C] [--open] [--overdue] [--limit N]
       [--queue Q [--band B]]   监督工作台某个队列的案件：verify、check、tasks、
                   overdue、stuck、evidence、supervised、ladder、callback；
                   按龄期（天）：0-1、1-3、3-7、7-30、30+
  show ID          案件的全部内容，含日志和计时
  actions ID       当前可做和不可做的步骤及原因，以及可承办的单位或人员
  act ID ACTION [--to UNIT|PERSON] [--note T] [--attach FILE]
         [--expect-version N] [--standard ID] [--met ID] [--until DATE]
         [--decision grant|deny] [--satisfied yes|no|not-reached] [--level L]
         [--bundle ID]
  explain ID       各时限的由来，时间为该区时区
  folder ID --out FILE.pdf [--lang L]
                   把案件的全部内容写成 PDF，内含证据与日志
  responsible --at LON,LAT [--class C] [--kind K]
                   该处当前由谁负责及理由：人员和处置单位
ID 为案件的 id 或 19 位案件编号。来源：patrol（默认）、hotline、
app、video、leader、department、sensor；级别：blue（默认）、yellow、orange、red。
--at TIME 仅用于演示和演练的数据库。</translation>
    </message>
    <message>
        <source>On a server the login says who you are: this one is “%1”. Leave --as out, or log in as “%2”: postgresql://%2@host/database.</source>
        <translation>在服务器上由登录名说明您是谁：当前为“%1”。请去掉 --as，或以“%2”登录：postgresql://%2@host/database。</translation>
    </message>
    <message>
        <source>The account “%1” does not exist or is disabled. Ask an administrator.</source>
        <translation>账号“%1”不存在或已停用。请联系管理员。</translation>
    </message>
    <message>
        <source>Usage: gridward admin user STORE add|list|set-password|disable|enable|post|sessions …
       gridward admin role STORE list|show|add|grant|reset|preview …
       gridward admin audit STORE list|check …
       gridward admin init-db URL --district CODE --name N --administrator NAME
           --password-file FILE | --password-fd N [options of init]
       gridward admin migrate URL
Keeps accounts, roles and the audit log. Never asks for anything; without
--password-file no password is set.

user add NAME --role R [--division CODE] [--organisation CODE] [--person ID]
           [--password-file FILE | --password-fd N] [--must-change]
user list        accounts, their posts, and whether they have a password
user set-password NAME --password-file FILE | --password-fd N [--must-change]
           one&apos;s own with --old-password-file FILE | --old-password-fd N
user disable NAME, user enable NAME
user post NAME add|end --role R [--division CODE] [--organisation CODE]
           [--from DATE] [--to DATE]
user sessions    who is and was signed in, where
role list        roles, and how many accounts have each
role show ROLE   what it may do, how far
role add ID --name NAME [--name-en NAME]
role grant ROLE THING:ACTION none|own|unit|division|district
role reset ROLE  back to what the program gives it
role preview USER [--in CODE]
                 what that user can see and do in a division or grid
audit list [--kind K] [--user U] [--text T] [--from TIME] [--to TIME] [--limit N]
                 entries of the audit log, newest first
audit check      whether its chain is intact; exit status 1 if it is not
init-db          a store in a database of a server, with its first administrator;
                 takes a superuser of the server
migrate          gives it the schema of this program; stop the seats before
The first account with a password must be an administrator. After that, say who you
are: --as USER --as-password-file FILE | --as-password-fd N. On a server the login
says it: postgresql://USER@host/database.
  --json         on standard output, as JSON</source>
        <translation>用法：gridward admin user STORE add|list|set-password|disable|enable|post|sessions …
       gridward admin role STORE list|show|add|grant|reset|preview …
       gridward admin audit STORE list|check …
       gridward admin init-db URL --district CODE --name N --administrator NAME
           --password-file FILE | --password-fd N [init 的选项]
       gridward admin migrate URL
管理账号、角色和审计日志。从不提问；不给 --password-file 则不设密码。

user add NAME --role R [--division CODE] [--organisation CODE] [--person ID]
           [--password-file FILE | --password-fd N] [--must-change]
user list        账号、任职以及是否已设密码
user set-password NAME --password-file FILE | --password-fd N [--must-change]
           修改自己的密码另加 --old-password-file FILE | --old-password-fd N
user disable NAME、user enable NAME
                 停用、启用
user post NAME add|end --role R [--division CODE] [--organisation CODE]
           [--from DATE] [--to DATE]
user sessions    谁曾登录、正登录，在何处
role list        角色及其账号数
role show ROLE   该角色的权限及范围
role add ID --name NAME [--name-en NAME]
role grant ROLE THING:ACTION none|own|unit|division|district
role reset ROLE  恢复程序默认的权限
role preview USER [--in CODE]
                 该用户在某区划或网格能看什么、做什么
audit list [--kind K] [--user U] [--text T] [--from TIME] [--to TIME] [--limit N]
                 审计日志，最新的在前
audit check      检查其链是否完整；不完整时退出状态为 1
init-db          在服务器的数据库中建立数据库及其第一个管理员；须用服务器的超级用户
migrate          升级为本程序的结构；请先停止各席位
第一个设密码的账号必须是管理员。此后须说明身份：
--as USER --as-password-file FILE | --as-password-fd N。在服务器上由登录名说明：
postgresql://USER@host/database。
  --json         在标准输出以 JSON 说明</translation>
    </message>
    <message>
        <source>Usage: gridward migrate A B [--anew] [--json]
Copies the whole store A into a new store B and proves that nothing changed: rows and
hashes of each table, and the log of every case. Each is a file or the address of a
server (postgresql://user@host/database, a database with no store in it).
Stopped or killed, the same command goes on where it was; until all is copied and
proved, nobody can open B. A stays as it is. Exit status 1 if anything differs.

  --anew         take away what was begun at B, and begin again
  --json         the proof on standard output, as JSON
  --as USER      who may back up the store (--password-file FILE in a real one)</source>
        <translation>用法：gridward migrate A B [--anew] [--json]
把整个数据库 A 复制成新的数据库 B，并证明内容没有变化：每张表的行数和校验值，以及每个案件的日志。
A、B 均可为文件或服务器地址（postgresql://用户@主机/数据库，其中尚无 Gridward 数据库）。
中途停止或被强行结束后，再次执行同一命令即从中断处继续；复制并验证完成之前，谁也打不开 B。
A 保持不变。有任何不同，退出状态为 1。

  --anew         删除 B 处未完成的副本，重新开始
  --json         以 JSON 在标准输出给出验证结果
  --as USER      有权备份数据库的用户（正式数据库须加 --password-file FILE）</translation>
    </message>
    <message>
        <source>Usage: gridward [COMMAND]
Command centre for districts that are run by unit grids.

Without a command the window opens.
  open      open the window with a store or files on the map
  render    draw a screen into a picture
  demo      make a simulated district
  init      make a real district, empty
  import    take grids, components, addresses, places, organisations, staff or
            cases from a file
  export    write grids, places, cases or events to a file
  replay    play recorded cases into a store
  case      report a case, list cases, move one on
  inbox     work off rows that came in and are no cases yet
  street    today&apos;s list of a street office, and how its month stands
  evaluate  indicators of a period, as a table or on paper
  heatmap   a density of cases or of any points, as a map, a grid of values or a table
  sample    draw closed cases for another look, and keep what it found
  staff     who works where, who is away, and what is missing
  personal  callers and households, which are masked
  admin     keep accounts, roles and the audit log
  check     prove that a store is sound
  migrate   move a whole store between a file and a server
  gridward COMMAND --help tells more; gridward --version tells the version.

As whom a command runs: --as USER, which demo and drill stores believe; elsewhere with
--password-file FILE or --password-fd N. Without: admin1 there, here the owner of a
store in which nobody has a password.

Exit status: 0 done, 1 the work failed, 2 wrong usage, 3 not reachable,
4 refused, 5 input partly rejected.</source>
        <translation>用法：gridward [COMMAND]
单元网格化管理区域的指挥中心。

不带命令时打开窗口。
  open      打开窗口，在地图上显示数据库或文件
  render    把界面绘制成图片
  demo      生成模拟城区
  init      建立正式城区，暂无业务数据
  import    从文件导入网格、部件、地址、重点部位、单位、人员或案件
  export    把网格、重点部位、案件或事件写入文件
  replay    把记录的案件回放到数据库
  case      上报案件、列出案件、推进案件
  inbox     处理已进来、尚未成为案件的条目
  street    街道当天的清单和本月情况
  evaluate  一个时段的指标，写成表格或打印
  heatmap   案件或任意点的核密度，写成地图、栅格或表格
  sample    抽取结案案件复查，并保存结果
  staff     谁在哪里任职、谁休假、哪里有空缺
  personal  来电人和住户，均为脱敏内容
  admin     管理账号、角色和审计日志
  check     检验数据库是否完好
  migrate   在文件和服务器之间迁移整个数据库
  gridward COMMAND --help 查看详细用法；gridward --version 查看版本。

命令以谁的名义运行：--as USER，演示和演练数据库直接采信；正式数据库须加
--password-file FILE 或 --password-fd N。不给出时：演示和演练为 admin1，
正式数据库在无人设密码时为本机所有者。

退出状态：0 完成，1 失败，2 用法错误，3 无法访问，
4 被拒绝，5 部分输入未被接受。</translation>
    </message>
    <message>
        <source>Usage: gridward heatmap STORE|FILE --out FILE.tif|png|pdf|svg|gpkg|csv|qgz [options]
How many cases there are per square kilometre, exactly, in the metres of a map plane.
FILE is any file of points: CSV (columns lon and lat, or e and n), GeoJSON,
GeoPackage, Shapefile, also as .gz.

  --kernel K       uniform, triangular, epanechnikov, quartic, triweight or gaussian
                   (quartic)
  --bandwidth B    metres: how far a case reaches; of gaussian the standard deviation;
                   or scott, silverman, likelihood, adaptive:METRES (300)
  --cell METRES    side of a cell (25)
  --crs CRS        the plane, as in EPSG:2056; also that of a FILE which does not say
                   its own (that of FILE, or the UTM zone of its middle)
  --extent W,S,E,N in metres of the plane (all cases but those far off)
  --where EXPR     which cases: an SQL condition, as for “gridward export”
  --from TIME --to TIME   registered from then until before then
  --compare difference|ratio --against-from TIME --against-to TIME
                   that period less, or by, another one
  --time FIELD     FILE: when (the first field of dates or times)
  --weight FIELD   how much each counts (1)
  --layer NAME     FILE: which of its layers
  --half-life DAYS a case counts half after so many days
  --unit U         per-km2, per-km2-month or per-10000 (per-km2)
  --denominator FILE[:FIELD]   per-10000: points or areas with people
  --least-denominator N   fewer in reach: not known (100)
  --edge FILE|district   correct for what lies beyond the border of these areas
  --k N            leave blank what rests on fewer than N personal cases (a store: 5)
  --title T, --lang zh_CN|en, --ramp viridis|magma|cividis|greys
  --classes N|B1,B2,…   so many classes, or these breaks, instead of smooth colours;
                   --class-method equal|quantiles|natural (equal)
  --template F.qpt a sheet in the frame of a QGIS print layout template
  --paper A4…A0, --dpi N   pdf, svg and png: a sheet (A4, 300)
  --size WxH       png: the map alone, with its world file (1600x1200); --no-legend
  --atlas street   pdf of a store: a sheet for each street
  --every day|week|month --out-dir DIR   instead of --out: a picture for each part of
                   the period, all in the same colours
  --all            csv: cells without a case as well
  --threads N      as many at once (all cores); the bytes are the same
  --analysis NAME  a store: one that was saved in the window, as the window writes it;
                   with --out, --title, --paper, --lang, --at and --json only
  --json           on standard output what was made, as JSON
--as USER and --at TIME work in demo and drill stores; with FILE, --at dates a sheet.</source>
        <translation>用法：gridward heatmap 数据库|文件 --out 文件.tif|png|pdf|svg|gpkg|csv|qgz [选项]
每平方公里有多少案件，在以米计的平面上精确计算。
文件可为任何点文件：CSV（列 lon 和 lat，或 e 和 n）、GeoJSON、GeoPackage、
Shapefile，也可为 .gz。

  --kernel K       uniform、triangular、epanechnikov、quartic、triweight 或 gaussian
                   （quartic）
  --bandwidth B    米：一件案件影响多远；gaussian 为标准差；或 scott、silverman、
                   likelihood、adaptive:米数（300）
  --cell 米        像元边长（25）
  --crs CRS        计算和输出的平面，如 EPSG:2056；文件未说明坐标系时也是文件的坐标系
                   （文件自己的，或点群中部的 UTM 带）
  --extent 西,南,东,北   以平面的米计（除远离者外的全部案件）
  --where EXPR     哪些案件：SQL 条件，与 gridward export 相同
  --from 时间 --to 时间   登记时间从前者起，至后者之前
  --compare difference|ratio --against-from 时间 --against-to 时间
                   与另一时段相减或相比
  --time 字段      文件：时间字段（第一个日期或时间字段）
  --weight 字段    每件计多少（1）
  --layer 名称     文件：哪个图层
  --half-life 天   每过这么多天，案件的权重减半
  --unit U         per-km2、per-km2-month 或 per-10000（per-km2）
  --denominator 文件[:字段]   per-10000：带人口的点或面
  --least-denominator N   范围内人口更少处为未知（100）
  --edge 文件|district   校正这些面的边界之外的影响
  --k N            涉及个人的案件不足 N 件处留白（数据库：5）
  --title T、--lang zh_CN|en、--ramp viridis|magma|cividis|greys
  --classes N|B1,B2,…   分为 N 级，或按这些界限分级，而不用连续色带；
                   --class-method equal|quantiles|natural（equal）
  --template F.qpt 采用 QGIS 打印布局模板的图框
  --paper A4…A0、--dpi N   pdf、svg 和 png：图幅（A4，300）
  --size 宽x高     png：只有地图，附世界文件（1600x1200）；--no-legend 不要图例
  --atlas street   数据库的 pdf：每个街道一幅
  --every day|week|month --out-dir 目录   代替 --out：时段的每一部分一张图，颜色相同
  --all            csv：也写出没有案件的像元
  --threads N      同时计算的线程数（全部核心）；结果字节相同
  --analysis 名称   数据库：窗口中保存的分析，写法与窗口相同；
                   只能与 --out、--title、--paper、--lang、--at、--json 同用
  --json           在标准输出给出结果说明（JSON）
--as USER 和 --at 时间 用于演示和演练数据库；对文件，--at 是图上的日期。</translation>
    </message>
    <message>
        <source>--keep must be a number of pictures from 1, and goes with --every.</source>
        <translation>--keep 须为 1 或更大的图片张数，并与 --every 同用。</translation>
    </message>
    <message>
        <source>--speed must be a number from 1 to %1.</source>
        <translation>--speed 必须是 1 到 %1 之间的数。</translation>
    </message>
    <message>
        <source>--speed and --from go with --live and the store of a demo.</source>
        <translation>--speed 和 --from 须与 --live 及演示数据库一起使用。</translation>
    </message>
    <message>
        <source>Usage: gridward open [STORE] [FILE…] [--screen NAME] [--as USER]
       [--password-file FILE | --password-fd N]
       [--live [--speed N] [--from TIME]]
Opens the window on a store, with these files on the map.
--live lets a demo go on: cases are reported, handled and closed, and staff
move. With --speed it goes on from where it stands, N times as fast as real
time (1 to 3600); --from starts later. With --as nobody is asked who they
are, as a wall needs it.</source>
        <translation>用法：gridward open [STORE] [FILE…] [--screen NAME] [--as USER]
      [--password-file FILE | --password-fd N]
      [--live [--speed N] [--from TIME]]
打开窗口显示数据库，并在地图上显示这些文件。
--live 让演示继续下去：案件不断上报、处置、结案，人员走动。给出 --speed 时，
从演示所处的时刻起，以真实时间的 N 倍播放（1 至 3600）；--from 从更晚的时刻
开始。给出 --as 时不再询问使用者是谁，供无人值守的大屏使用。</translation>
    </message>
    <message>
        <source>Usage: gridward demo [--out D.gpkg] [options]
Makes a simulated district after Dongcheng: 589 grids, people, places, cases.

  --out D.gpkg   where (the demo store of this user)
  --at TIME      the demo&apos;s present (now, to the hour)
  --days N       how many days of cases (90)
  --open N       how many of them are open (1500)
  --cases N      exactly so many cases in all
  --seed N       another number, another district life (1)
  --live         let the demo go on as time passes, until Ctrl+C
  --json         say on standard output what was made, as JSON</source>
        <translation>用法：gridward demo [--out D.gpkg] [选项]
仿照东城区生成模拟城区：589 个网格，以及人员、重点部位和案件。

  --out D.gpkg   数据文件位置（本用户的演示数据文件）
  --at TIME      演示的当前时间（现在，取整点）
  --days N       案件覆盖的天数（90）
  --open N       其中未结的案件数（1500）
  --cases N      案件总数，恰好 N 件
  --seed N       随机种子，换一个数，模拟数据随之不同（1）
  --live         让演示随时间继续，直到按 Ctrl+C
  --json         在标准输出以 JSON 说明生成结果</translation>
    </message>
    <message>
        <source>Usage: gridward render STORE|FILE… --screen NAME --out PNG [options]
Draws a screen into a picture; needs no display.

  --screen NAME    which screen: %1
  --out PNG        where the picture goes
  --size WxH       its size in pixels (1920x1080)
  --scale F        pixels for one logical pixel, 1 to 4 (1)
  --lang L         zh_CN or en (what the environment asks for)
  --theme T        day or night (day)
  --every TIME --out-dir DIR
                   a picture every 30s, 5m or 1h, until stopped, and a line in
                   log.csv with how many cases were open, overdue and urgent
  --keep N         with --every: the last N pictures only
  --at TIME        a store as it was then
  --as USER        in whose name (demo and drill stores)
  --password-file FILE, --password-fd N
                   in a real store: that proves it
  --scene NAME     a page of the screen, such as staffing of admin or duty of the
                   wall; of the wall also a scene of one&apos;s own by its FILE.json
  --json           say on standard output what was drawn, as JSON
  --list-screens   only print the names of the screens</source>
        <translation>用法：gridward render STORE|FILE… --screen NAME --out PNG [选项]
把界面绘制成图片，不需要显示器。

  --screen NAME    绘制哪个界面：%1
  --out PNG        图片保存位置
  --size WxH       图片大小，像素（1920x1080）
  --scale F        每个逻辑像素的图片像素数，1 至 4（1）
  --lang L         zh_CN 或 en（默认依环境变量）
  --theme T        day（白天）或 night（夜间）（day）
  --every TIME --out-dir DIR
                   每隔 30s、5m 或 1h 出一张图，直到停止；同时在 log.csv
                   记一行：未结、超期、紧急各多少件
  --keep N         与 --every 同用：只留最近 N 张
  --at TIME        数据库在该时刻的状况
  --as USER        以谁的名义（演示和演练的数据库）
  --password-file FILE, --password-fd N
                   正式数据库：以密码证明身份
  --scene 名称     界面中的一页，如 admin 的 staffing 或 wall 的 duty；
                   wall 也可用自定义场景的文件 FILE.json
  --json           在标准输出以 JSON 说明绘制结果
  --list-screens   只列出界面名称</translation>
    </message>
</context>
<context>
    <name>ComponentLayer</name>
    <message>
        <source>Public utilities</source>
        <translation>市政公用设施</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>交通设施</translation>
    </message>
    <message>
        <source>Environmental sanitation</source>
        <translation>市容环卫设施</translation>
    </message>
    <message>
        <source>Greenery</source>
        <translation>园林绿化设施</translation>
    </message>
    <message>
        <source>Other components</source>
        <translation>其他管理部件</translation>
    </message>
    <message>
        <source>Components (from 1:10,000)</source>
        <translation>部件（1:10,000 起显示）</translation>
    </message>
</context>
<context>
    <name>Coordinates</name>
    <message>
        <source>“%1” is not a coordinate system known here. Use EPSG:4326, EPSG:4490, gcj02 or bd09.</source>
        <translation>“%1”不是本程序支持的坐标系。请使用 EPSG:4326、EPSG:4490、gcj02 或 bd09。</translation>
    </message>
</context>
<context>
    <name>Crosswalk</name>
    <message>
        <source>The crosswalk leads twice from %1 to %2. Take one of the rows out.</source>
        <translation>对照表中 %1 到 %2 出现两次。请删去其中一行。</translation>
    </message>
    <message>
        <source>The crosswalk leads from %1 into its own scheme. Name the other scheme.</source>
        <translation>对照表把 %1 对应到其自身的标准。请写明另一标准。</translation>
    </message>
    <message>
        <source>The crosswalk has no row for it.</source>
        <translation>对照表中没有这一行。</translation>
    </message>
    <message>
        <source>The crosswalk leads to more than one class.</source>
        <translation>对照表对应到不止一个分类。</translation>
    </message>
    <message>
        <source>The crosswalk leads to %1, which is not in the catalogue.</source>
        <translation>对照表对应到 %1，但目录中没有该分类。</translation>
    </message>
</context>
<context>
    <name>CsvByteSource</name>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be opened for reading.</source>
        <translation>无法打开 %1 进行读取。</translation>
    </message>
    <message>
        <source>“%1” is not an encoding this program knows. Say UTF-8, GBK, GB18030, BIG5 or another common name.</source>
        <translation>“%1”不是本程序支持的编码。请写 UTF-8、GBK、GB18030、BIG5 或其他常用名称。</translation>
    </message>
    <message>
        <source>%1 could not be read to its end. Nothing was taken.</source>
        <translation>无法读完 %1，没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 is damaged: behind the end of the packed text comes something else. Nothing was taken.</source>
        <translation>%1 已损坏：压缩数据结束之后还有其他内容。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 breaks off before its end: the copy is not complete. Fetch it again. Nothing was taken.</source>
        <translation>%1 不完整，中途截断。请重新获取。没有导入任何内容。</translation>
    </message>
    <message>
        <source>%1 is damaged. Fetch it again. Nothing was taken.</source>
        <translation>%1 已损坏。请重新获取。没有导入任何内容。</translation>
    </message>
</context>
<context>
    <name>CsvRecordReader</name>
    <message>
        <source>%1 is written in UTF-16. Say --encoding UTF-16, or “encoding” in the profile.</source>
        <translation>%1 是 UTF-16 编码。请写 --encoding UTF-16，或在导入方案中写明“encoding”。</translation>
    </message>
    <message>
        <source>%1, line %2 is not in the encoding that was named. Say another one with --encoding, or in the profile.</source>
        <translation>%1 第 %2 行不是所指定的编码。请用 --encoding 或在导入方案中改为其他编码。</translation>
    </message>
    <message>
        <source>%1, line %2 is not UTF-8. It looks like GBK: say --encoding GBK, or “encoding” in the profile.</source>
        <translation>%1 第 %2 行不是 UTF-8 编码，看来是 GBK。请写 --encoding GBK，或在导入方案中写明“encoding”。</translation>
    </message>
    <message>
        <source>%1, line %2 is not UTF-8. Say with --encoding how it is written, or with “encoding” in the profile.</source>
        <translation>%1 第 %2 行不是 UTF-8 编码。请用 --encoding 或在导入方案中用“encoding”注明编码。</translation>
    </message>
    <message>
        <source>%1 is empty: it has no line with the names of the columns.</source>
        <translation>%1 是空文件，没有列名行。</translation>
    </message>
    <message>
        <source>%1, line %2 should name the columns, but %3.</source>
        <translation>%1 第 %2 行应为列名，但该行%3。</translation>
    </message>
    <message>
        <source>%1 has two columns “%2”.</source>
        <translation>%1 有两列同名“%2”。</translation>
    </message>
    <message>
        <source>not in the encoding of the file</source>
        <translation>不是文件所用的编码</translation>
    </message>
    <message>
        <source>not UTF-8</source>
        <translation>不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>holds a zero byte</source>
        <translation>含有零字节</translation>
    </message>
    <message>
        <source>has %1 fields, but the header names %2</source>
        <translation>有 %1 个字段，而表头有 %2 列</translation>
    </message>
    <message>
        <source>opens a quote that is never closed</source>
        <translation>有引号没有闭合</translation>
    </message>
    <message>
        <source>opens a quote that is not closed within 1 MB</source>
        <translation>有引号在 1 MB 内没有闭合</translation>
    </message>
    <message>
        <source>has text behind a closing quote</source>
        <translation>在闭合引号之后还有文字</translation>
    </message>
    <message>
        <source>is longer than 1 MB</source>
        <translation>超过 1 MB</translation>
    </message>
</context>
<context>
    <name>DatasetWriter</name>
    <message>
        <source>There is no room left to write “%1”. Free some, or choose another disk.</source>
        <translation>没有空间写入“%1”。请清理磁盘空间，或换一个磁盘。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check that you may write in its folder.</source>
        <translation>无法写入“%1”。请检查所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>“%1” has no extension that says its format. Known are: %2.</source>
        <translation>“%1”的扩展名不能表明格式。支持：%2。</translation>
    </message>
    <message>
        <source>A %1 file holds nothing without a place on the map. Take .gpkg, .csv or .xlsx for a table.</source>
        <translation>%1 文件不能存放没有地图位置的内容。表格请用 .gpkg、.csv 或 .xlsx。</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name a file.</source>
        <translation>“%1”是文件夹，请指定文件。</translation>
    </message>
    <message>
        <source>There is no folder “%1”. Make it, or choose another.</source>
        <translation>没有文件夹“%1”。请新建，或另选一个。</translation>
    </message>
    <message>
        <source>The condition “%1” cannot be understood: %2. Fields are: %3.</source>
        <translation>无法理解条件“%1”：%2。可用的字段：%3。</translation>
    </message>
    <message>
        <source>%1 files cannot be written by this installation.</source>
        <translation>当前安装不能写出 %1 文件。</translation>
    </message>
    <message>
        <source>The export was stopped; “%1” was not written.</source>
        <translation>导出已停止，没有写出“%1”。</translation>
    </message>
    <message>
        <source>A sheet holds %1 rows at the most. Take .csv or .gpkg, or export a part with a condition.</source>
        <translation>一张工作表最多 %1 行。请用 .csv 或 .gpkg，或加条件只导出一部分。</translation>
    </message>
    <message>
        <source>Names of columns have at most ten letters in a Shapefile: %1.</source>
        <translation>Shapefile 的列名最长十个字母，改名如下：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no place; the Shapefile holds them as empty shapes, which some programs pass over.</source>
        <translation>
            <numerusform>有 %n 行没有位置，在 Shapefile 中存为空图形，有的程序会略过它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were too long for the format and were cut.</source>
        <translation>
            <numerusform>有 %n 个文本超出该格式的长度，已截断。</numerusform>
        </translation>
    </message>
    <message>
        <source>A table has no outlines; take .gpkg or .geojson for a map.</source>
        <translation>表格不能存放边界，地图请用 .gpkg 或 .geojson。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have no place and were left out: a FlatGeobuf cannot hold them. Take .gpkg or .geojson for all of them.</source>
        <translation>
            <numerusform>有 %n 行没有位置，已略去：FlatGeobuf 不能存放没有位置的行。如需全部行，请用 .gpkg 或 .geojson。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>The case was not yet there at %1; its first event is of %2.</source>
        <translation>%1 时案件尚不存在；其第一条记录的时间是 %2。</translation>
    </message>
    <message>
        <source>The store says that “%1” is %2; by the events it is %3.</source>
        <translation>数据库中“%1”为 %2；按记录推算应为 %3。</translation>
    </message>
    <message>
        <source>Event %1 says that “%2” is %3; by the rules it is %4.</source>
        <translation>第 %1 条记录称“%2”为 %3；按规则应为 %4。</translation>
    </message>
    <message>
        <source>Version %1 of the rule book is not in this store, so the deadline cannot be explained.</source>
        <translation>本数据库中没有第 %1 版规则，无法说明该时限。</translation>
    </message>
    <message>
        <source>The working calendar %1 is not in this store, so the deadline cannot be explained.</source>
        <translation>本数据库中没有工作日历 %1，无法说明该时限。</translation>
    </message>
</context>
<context>
    <name>DeadlineWords</name>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: no limit runs.</source>
        <translation>%1：没有正在计算的时限。</translation>
    </message>
    <message>
        <source>%1: overdue since %2, by %3 of working time.</source>
        <translation>%1：自 %2 起超期，已超工作时间 %3。</translation>
    </message>
    <message>
        <source>%1: overdue since %2, by %3.</source>
        <translation>%1：自 %2 起超期，已超 %3。</translation>
    </message>
    <message>
        <source>%1: suspended; the limit had run out at %2.</source>
        <translation>%1：挂账中；时限已于 %2 用完。</translation>
    </message>
    <message>
        <source>%1: suspended with %2 of working time left; due %3.</source>
        <translation>%1：挂账中，剩余工作时间 %2；截止 %3。</translation>
    </message>
    <message>
        <source>%1: suspended with %2 left; due %3.</source>
        <translation>%1：挂账中，剩余 %2；截止 %3。</translation>
    </message>
    <message>
        <source>%1: %2 of working time left, until %3.</source>
        <translation>%1：剩余工作时间 %2，截止 %3。</translation>
    </message>
    <message>
        <source>%1: %2 left, until %3.</source>
        <translation>%1：剩余 %2，截止 %3。</translation>
    </message>
    <message>
        <source>The case has ended. Handling had been overdue since %1.</source>
        <translation>案件已结束。处置自 %1 起超期。</translation>
    </message>
    <message>
        <source>The case has ended. Handling was in time; it was due %1.</source>
        <translation>案件已结束。处置按期完成；截止时间为 %1。</translation>
    </message>
    <message>
        <source>The case has ended without a handling limit.</source>
        <translation>案件已结束，未产生处置时限。</translation>
    </message>
    <message>
        <source>Sent back.</source>
        <translation>回退。</translation>
    </message>
    <message>
        <source>%1 ends %2 late.</source>
        <translation>%1结束，超期 %2。</translation>
    </message>
    <message>
        <source>%1 ends with %2 left.</source>
        <translation>%1结束，剩余 %2。</translation>
    </message>
    <message>
        <source>%1 begins without a limit.</source>
        <translation>%1开始，无时限。</translation>
    </message>
    <message>
        <source>Sent to %1 without a limit.</source>
        <translation>派遣至%1，无时限。</translation>
    </message>
    <message>
        <source>%1 begins; the deadline was told: %2.</source>
        <translation>%1开始；截止时间为录入值：%2。</translation>
    </message>
    <message>
        <source>Sent to %1; the deadline was told: %2.</source>
        <translation>派遣至%1；截止时间为录入值：%2。</translation>
    </message>
    <message>
        <source>%1 begins: %2, until %3.</source>
        <translation>%1开始：%2，截止 %3。</translation>
    </message>
    <message>
        <source>Sent to %1: %2, until %3.</source>
        <translation>派遣至%1：%2，截止 %3。</translation>
    </message>
    <message>
        <source>The limit is that of condition %1, version %2: %3.</source>
        <translation>时限依据立案条件 %1（第 %2 版）：%3。</translation>
    </message>
    <message>
        <source>The limit is that of the rule book.</source>
        <translation>时限依据规则的默认值。</translation>
    </message>
    <message>
        <source>%1 goes on.</source>
        <translation>%1继续。</translation>
    </message>
    <message>
        <source>%1 goes on with the %2 that were left, until %3.</source>
        <translation>%1继续，沿用剩余的 %2，截止 %3。</translation>
    </message>
    <message>
        <source>%1 goes on with nothing left; the limit had run out at %2.</source>
        <translation>%1继续，已无剩余时间；时限已于 %2 用完。</translation>
    </message>
    <message>
        <source>Extended by %1, until %2.</source>
        <translation>延期 %1，截止 %2。</translation>
    </message>
    <message>
        <source>Extended until %1.</source>
        <translation>延期至 %1。</translation>
    </message>
    <message>
        <source>Suspended.</source>
        <translation>挂账。</translation>
    </message>
    <message>
        <source>Suspended with %1 left; the deadline moves to %2.</source>
        <translation>挂账，剩余 %1；截止时间顺延至 %2。</translation>
    </message>
    <message>
        <source>Suspended; the limit had run out at %1.</source>
        <translation>挂账；时限已于 %1 用完。</translation>
    </message>
    <message>
        <source>The suspension ends.</source>
        <translation>挂账结束。</translation>
    </message>
    <message>
        <source>The suspension ends; the %1 that were left run until %2.</source>
        <translation>挂账结束；剩余的 %1 计至 %2。</translation>
    </message>
    <message>
        <source>The deadline was told: %1.</source>
        <translation>截止时间为录入值：%1。</translation>
    </message>
    <message>
        <source>It shares the deadline of case %1: %2.</source>
        <translation>与案件 %1 捆绑计时：截止 %2。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>Not counted: %1, %2 to %3.</source>
        <translation>不计时：%1，%2 至 %3。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n break(s) and night(s), %1 in all.</source>
        <translation>
            <numerusform>不计时：午休和夜间共 %n 段，合计 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted: weekend, %1 to %2.</source>
        <translation>不计时：周末，%1 至 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Not counted: %n weekend(s), %1 in all.</source>
        <translation>
            <numerusform>不计时：%n 个周末，合计 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted: suspended, %1 to %2.</source>
        <translation>不计时：挂账，%1 至 %2。</translation>
    </message>
    <message>
        <source>Not counted: closed, %1 to %2.</source>
        <translation>不计时：结案期间，%1 至 %2。</translation>
    </message>
    <message numerus="yes">
        <source>The limit was extended %n time(s).</source>
        <translation>
            <numerusform>时限已延期 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Handling had been overdue since %1.</source>
        <translation>处置自 %1 起超期。</translation>
    </message>
    <message>
        <source>An appeal was upheld: the overdue mark stays, but the case is left out of the statistics of overdue cases.</source>
        <translation>申诉成立：超期标记保留，但该案件不计入超期统计。</translation>
    </message>
    <message>
        <source>The case is from before there were rules here: its deadlines are as they were told, and its time is clock time.</source>
        <translation>该案件早于本系统的规则：截止时间为录入值，时间按自然时间计算。</translation>
    </message>
    <message>
        <source>Counted by version %1 of the rule book and the working calendar “%2” (%3).</source>
        <translation>依据第 %1 版规则和工作日历“%2”（%3）计算。</translation>
    </message>
    <message>
        <source>The days off after %1 are not yet known: the deadline leaves out weekends only.</source>
        <translation>%1 年之后的节假日尚未公布：该截止时间只扣除周末。</translation>
    </message>
    <message>
        <source>The calendar knows no days off: the deadline leaves out weekends only.</source>
        <translation>该日历未收录节假日：该截止时间只扣除周末。</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Dispatching</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>非工作时间</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1: overdue since %2, by less than a minute.</source>
        <translation>%1：自 %2 起超期，已超不足 1 分钟。</translation>
    </message>
    <message>
        <source>%1: less than a minute left, until %2.</source>
        <translation>%1：剩余不足 1 分钟，截止 %2。</translation>
    </message>
    <message>
        <source>%1 ends less than a minute late.</source>
        <translation>%1结束，超期不足 1 分钟。</translation>
    </message>
    <message>
        <source>%1 ends with less than a minute left.</source>
        <translation>%1结束，剩余不足 1 分钟。</translation>
    </message>
</context>
<context>
    <name>DemoBuilder</name>
    <message>
        <source>Making the demo was stopped.</source>
        <translation>演示数据的生成已停止。</translation>
    </message>
    <message>
        <source>The simulation ended early. Try again with another seed.</source>
        <translation>模拟提前结束，请换一个随机种子重试。</translation>
    </message>
</context>
<context>
    <name>DemoCommand</name>
    <message>
        <source>making the simulated district</source>
        <translation>正在生成模拟城区</translation>
    </message>
    <message>
        <source>%1 is ready: %2 grids, %3 simulated cases, %4 of them open.</source>
        <translation>%1 已就绪：%2 个网格，%3 件模拟案件，其中 %4 件未结。</translation>
    </message>
    <message>
        <source>--at must lie between the years 1990 and 2200.</source>
        <translation>--at 应在 1990 年至 2200 年之间。</translation>
    </message>
    <message>
        <source>the demo goes on; Ctrl+C ends it</source>
        <translation>演示正在继续，按 Ctrl+C 结束</translation>
    </message>
</context>
<context>
    <name>DemoDistrict</name>
    <message>
        <source>The demo data are not complete: a district needs divisions, grids, roads, blocks, names and classes. Install the demo data again.</source>
        <translation>演示数据不完整：城区需要区划、网格、道路、街区、名称和类别。请重新安装演示数据。</translation>
    </message>
</context>
<context>
    <name>DeskCommand</name>
    <message>
        <source>d 2,4-6 unit</source>
        <translation>派 2,4-6 单位</translation>
    </message>
    <message>
        <source>r 3 reason</source>
        <translation>退 3 原因</translation>
    </message>
    <message>
        <source>m 3 5</source>
        <translation>合 3 5</translation>
    </message>
    <message>
        <source>f 1</source>
        <translation>立 1</translation>
    </message>
    <message>
        <source>n 1 reason</source>
        <translation>拒 1 理由</translation>
    </message>
    <message>
        <source>u 4 note</source>
        <translation>催 4 备注</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤</translation>
    </message>
    <message>
        <source>/ words</source>
        <translation>找 文字</translation>
    </message>
    <message>
        <source>o 2</source>
        <translation>看 2</translation>
    </message>
    <message>
        <source>Dispatch rows to a unit</source>
        <translation>把这些行派遣给一个单位</translation>
    </message>
    <message>
        <source>Return rows, with a reason</source>
        <translation>回退这些行，须填原因</translation>
    </message>
    <message>
        <source>Merge the first rows into the last one</source>
        <translation>把前面的行合并到最后一行</translation>
    </message>
    <message>
        <source>File rows whose class has one condition</source>
        <translation>立案（类别只有一个立案条件的行）</translation>
    </message>
    <message>
        <source>Refuse to file rows, with a reason</source>
        <translation>不予立案，须填理由</translation>
    </message>
    <message>
        <source>Urge whoever has the rows</source>
        <translation>催办这些行</translation>
    </message>
    <message>
        <source>Take back the last own step</source>
        <translation>撤回自己的上一步</translation>
    </message>
    <message>
        <source>Show the cases with these words</source>
        <translation>只显示含这些文字的案件</translation>
    </message>
    <message>
        <source>Open a row</source>
        <translation>打开一行</translation>
    </message>
    <message>
        <source>Show all commands</source>
        <translation>显示全部命令</translation>
    </message>
    <message>
        <source>Rows are expected here: 2 or 2,4-6 or #0131, the end of a case number.</source>
        <translation>此处应为行号：2 或 2,4-6，或案号末几位 #0131。</translation>
    </message>
    <message>
        <source>The row of the case that stays is expected here: m 3 5 merges 3 into 5.</source>
        <translation>此处应为保留案件的行号：“合 3 5”把第 3 行合并到第 5 行。</translation>
    </message>
    <message>
        <source>A unit is expected here: its name, a part of it, or its code.</source>
        <translation>此处应为单位：名称、名称的一部分或代码。</translation>
    </message>
    <message>
        <source>A reason is expected here.</source>
        <translation>此处应为原因。</translation>
    </message>
    <message>
        <source>One row is expected here.</source>
        <translation>此处应为一个行号。</translation>
    </message>
    <message>
        <source>Several case numbers end so: type more digits.</source>
        <translation>有多个案号以此结尾，请多输几位：</translation>
    </message>
    <message>
        <source>Rows %1 are not in this queue: it has %2, and one line takes %3 at the most.</source>
        <translation>本队列没有第 %1 行：共 %2 行，一条命令最多 %3 行。</translation>
    </message>
    <message>
        <source>No case is chosen: name its row.</source>
        <translation>没有选中案件，请写行号。</translation>
    </message>
    <message>
        <source>A case is not merged into itself.</source>
        <translation>案件不能与自身合并。</translation>
    </message>
    <message>
        <source>No unit has “%1” in its name or code.</source>
        <translation>没有名称或代码含“%1”的单位。</translation>
    </message>
    <message numerus="yes">
        <source>Which unit? %n of them fit.</source>
        <translation>
            <numerusform>哪个单位？有 %n 个符合：</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no row %1: the queue has %2. No case number in it ends so either.</source>
        <translation>没有第 %1 行：列表共 %2 行，也没有以此结尾的案件编号。</translation>
    </message>
    <message>
        <source>No case number in this queue ends in %1.</source>
        <translation>本队列中没有以 %1 结尾的案件编号。</translation>
    </message>
    <message>
        <source>There is no row %1, and several case numbers end so: type more digits.</source>
        <translation>没有第 %1 行，而有多个案件编号以此结尾：请多输入几位。</translation>
    </message>
    <message>
        <source>A command is expected here: %1 or ?.</source>
        <translation>此处应为命令：%1 或 ?。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>…… 另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DistrictLayers</name>
    <message>
        <source>Residential</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Commercial and business</source>
        <translation>商务商业</translation>
    </message>
    <message>
        <source>Firms and institutions</source>
        <translation>企事业单位</translation>
    </message>
    <message>
        <source>Crowded places</source>
        <translation>人员密集场所</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>街巷</translation>
    </message>
    <message>
        <source>Branch roads</source>
        <translation>支路</translation>
    </message>
    <message>
        <source>Secondary roads</source>
        <translation>次干路</translation>
    </message>
    <message>
        <source>Arterial roads</source>
        <translation>主干路</translation>
    </message>
    <message>
        <source>Expressways</source>
        <translation>快速路</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>街区</translation>
    </message>
    <message>
        <source>Parks</source>
        <translation>公园</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水域</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>未结案件</translation>
    </message>
    <message>
        <source>Key locations and areas</source>
        <translation>重点部位和重点区域</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Unit grids</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Schematic road network</source>
        <translation>示意路网</translation>
    </message>
    <message>
        <source>Schematic blocks and parks</source>
        <translation>示意街区和公园</translation>
    </message>
    <message>
        <source>Schematic road network, not surveyed</source>
        <translation>示意路网，未经测绘</translation>
    </message>
    <message>
        <source>Daily management</source>
        <translation>日常管理</translation>
    </message>
    <message>
        <source>General prevention</source>
        <translation>一般防范</translation>
    </message>
    <message>
        <source>Key attention</source>
        <translation>重点关注</translation>
    </message>
    <message>
        <source>Comprehensive governance</source>
        <translation>综合治理</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>没有未结案件</translation>
    </message>
    <message>
        <source>1–2 open cases</source>
        <translation>1–2 件未结案件</translation>
    </message>
    <message>
        <source>3–5 open cases</source>
        <translation>3–5 件未结案件</translation>
    </message>
    <message>
        <source>6–10 open cases</source>
        <translation>6–10 件未结案件</translation>
    </message>
    <message>
        <source>More than 10 open cases</source>
        <translation>10 件以上未结案件</translation>
    </message>
    <message>
        <source>By grid manager</source>
        <translation>按网格管理员区分</translation>
    </message>
    <message>
        <source>Without a grid manager</source>
        <translation>无网格管理员</translation>
    </message>
</context>
<context>
    <name>DistrictQueries</name>
    <message>
        <source>There is no grid %1 in this district.</source>
        <translation>本城区没有网格 %1。</translation>
    </message>
    <message>
        <source>There is no key place “%1” in this district.</source>
        <translation>本城区没有重点部位“%1”。</translation>
    </message>
</context>
<context>
    <name>DivisionName</name>
    <message>
        <source>District %1</source>
        <translation>城区 %1</translation>
    </message>
    <message>
        <source>Street %1</source>
        <translation>街道 %1</translation>
    </message>
    <message>
        <source>Community %1</source>
        <translation>社区 %1</translation>
    </message>
</context>
<context>
    <name>DossierWords</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 千米</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Filing desk</source>
        <translation>立案/不予受理</translation>
    </message>
    <message>
        <source>Dispatched by</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处置</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Supervised by</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Other steps by</source>
        <translation>其他经办</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>等待决定</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Filed at</source>
        <translation>立案时间</translation>
    </message>
    <message>
        <source>Filed because</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Closed when</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Dispatched at</source>
        <translation>派遣时间</translation>
    </message>
    <message>
        <source>Assisting</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>%1 (ready)</source>
        <translation>%1（已完成）</translation>
    </message>
    <message>
        <source>Suspended until</source>
        <translation>挂账至</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>反馈时间</translation>
    </message>
    <message>
        <source>Checked at</source>
        <translation>核查时间</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Overdue since</source>
        <translation>超期自</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>left out: the appeal was upheld</source>
        <translation>不计入：申诉成立</translation>
    </message>
    <message>
        <source>On the scene</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>released %1</source>
        <translation>%1 撤离</translation>
    </message>
    <message>
        <source>nobody since %1</source>
        <translation>自 %1 起无人</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Imported as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>in no grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>%1 呼叫</translation>
    </message>
    <message>
        <source>answered %1, after %2</source>
        <translation>%1 应答，用时 %2</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <translation>已 %1 未应答</translation>
    </message>
    <message>
        <source>arrived %1, after %2</source>
        <translation>%1 到场，用时 %2</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>尚未到场</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>拆分自</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>重复于</translation>
    </message>
    <message>
        <source>Bundled with</source>
        <translation>捆绑于</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>由本案拆出</translation>
    </message>
    <message>
        <source>In its bundle</source>
        <translation>与本案捆绑</translation>
    </message>
    <message>
        <source>Belongs with</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Merged into it</source>
        <translation>并入本案</translation>
    </message>
    <message>
        <source>Other open cases</source>
        <translation>其他未结案件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Key places</source>
        <translation>重点部位</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Components</source>
        <translation>部件</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>At the check</source>
        <translation>核查时</translation>
    </message>
    <message>
        <source>With another step</source>
        <translation>其他步骤</translation>
    </message>
    <message>
        <source>with no step of the log</source>
        <translation>不属于日志中的任何步骤</translation>
    </message>
    <message>
        <source>step %1, %2, %3, %4</source>
        <translation>第 %1 步，%2，%3，%4</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>as in the log (%1)</source>
        <translation>与日志一致（%1）</translation>
    </message>
    <message>
        <source>NOT as in the log: the file was changed (the log has %1, the file %2)</source>
        <translation>与日志【不一致】：文件被改动（日志 %1，文件 %2）</translation>
    </message>
    <message>
        <source>the log has it (%1), the file is MISSING</source>
        <translation>日志中有（%1），文件【缺失】</translation>
    </message>
    <message>
        <source>NOT in the log: nobody handed it in</source>
        <translation>【不在】日志中：无人提交过</translation>
    </message>
    <message>
        <source>Taken where</source>
        <translation>拍摄地点</translation>
    </message>
    <message>
        <source>the picture does not say</source>
        <translation>图片未记载</translation>
    </message>
    <message>
        <source>%1 away from the case</source>
        <translation>距案发地 %1</translation>
    </message>
    <message>
        <source>at the place (%1)</source>
        <translation>在现场（%1）</translation>
    </message>
    <message>
        <source>Taken when</source>
        <translation>拍摄时间</translation>
    </message>
    <message>
        <source>%1, which is %2 before it was handed in</source>
        <translation>%1，比提交早 %2</translation>
    </message>
    <message>
        <source>%1, which is %2 AFTER it was handed in: the camera&apos;s clock is wrong</source>
        <translation>%1，比提交【晚】%2：相机时钟有误</translation>
    </message>
    <message>
        <source>Its class asks for evidence with “%1”, and there is none that holds.</source>
        <translation>该类别要求“%1”附证据，但没有有效的证据。</translation>
    </message>
    <message>
        <source>“%1” (step %2) is in the log, but its file is gone.</source>
        <translation>“%1”（第 %2 步）在日志中，但文件已不在。</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>日志链</translation>
    </message>
    <message numerus="yes">
        <source>Verified: all %n step(s) follow from one another, and the case is what they make.</source>
        <translation>
            <numerusform>已核验：%n 个步骤逐一衔接，案件现状与之相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The log was CHANGED: the hash of step %1 does not follow.</source>
        <translation>日志【被改动】：第 %1 步的哈希不衔接。</translation>
    </message>
    <message>
        <source>Steps are MISSING from the log.</source>
        <translation>日志【缺少】步骤。</translation>
    </message>
    <message>
        <source>The steps do not make a case.</source>
        <translation>这些步骤不能构成一个案件。</translation>
    </message>
    <message>
        <source>What the store says of the case is NOT what its log makes of it.</source>
        <translation>库中的案件状态与日志【不一致】。</translation>
    </message>
    <message>
        <source>Do not rely on it; compare it with a backup.</source>
        <translation>请勿采信，并与备份核对。</translation>
    </message>
</context>
<context>
    <name>DutyRoster</name>
    <message>
        <source>Say who takes which post of the roster.</source>
        <translation>请说明由谁值哪个岗。</translation>
    </message>
    <message>
        <source>The turn ends before it begins.</source>
        <translation>班次的结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>A turn of more than 48 hours is two turns.</source>
        <translation>超过 48 小时的班次请分成两班。</translation>
    </message>
    <message>
        <source>Say which post was handed over, by whom and to whom.</source>
        <translation>请说明交接的是哪个岗位、由谁交给谁。</translation>
    </message>
    <message>
        <source>Nobody hands over to themselves.</source>
        <translation>不能自己交班给自己。</translation>
    </message>
</context>
<context>
    <name>EvaluateCommand</name>
    <message>
        <source>Say where the figures go: --out FILE, or --json.</source>
        <translation>请指明结果写到哪里：--out 文件，或 --json。</translation>
    </message>
    <message>
        <source>Figures are written as one of: %1</source>
        <translation>结果可写成：%1</translation>
    </message>
    <message>
        <source>counting</source>
        <translation>正在统计</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no indicator “%1”. Known are: %2</source>
        <translation>没有指标“%1”。可用的有：%2</translation>
    </message>
    <message>
        <source>Say which store.</source>
        <translation>请指明数据库。</translation>
    </message>
    <message>
        <source>Say which period: --period 2026-11.</source>
        <translation>请指明周期：--period 2026-11。</translation>
    </message>
    <message>
        <source>“%1” is no level. Levels are: %2</source>
        <translation>“%1”不是评价层级。可用的有：%2</translation>
    </message>
    <message>
        <source>There is no unit “%1” among these: see --by and the codes in its figures.</source>
        <translation>其中没有评价对象“%1”：请查看 --by 及其指标值中的编码。</translation>
    </message>
</context>
<context>
    <name>EvaluationDesk</name>
    <message>
        <source>The evaluation was stopped.</source>
        <translation>统计已停止。</translation>
    </message>
    <message>
        <source>There is no second definition of “%1”.</source>
        <translation>“%1”没有第二种口径。</translation>
    </message>
</context>
<context>
    <name>EvaluationFile</name>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>EvaluationPaper</name>
    <message>
        <source>%1: evaluation %2</source>
        <translation>%1：%2 考核评价</translation>
    </message>
    <message>
        <source>Cases registered from %1 to %2: %3. By: %4. Limits are judged as of %5.</source>
        <translation>%1 至 %2 登记的案件：%3 件。评价对象：%4。时限判定时刻：%5。</translation>
    </message>
    <message>
        <source>Simulated data.</source>
        <translation>模拟数据。</translation>
    </message>
    <message>
        <source>Figures over fewer than %1 cases are not ranked and stand in brackets.</source>
        <translation>分母不足 %1 件的数字不参加排名，写在括号里。</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>上期：%1</translation>
    </message>
    <message>
        <source>Year before: %1</source>
        <translation>上年同期：%1</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>评价对象</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>How the figures are made</source>
        <translation>指标口径</translation>
    </message>
    <message>
        <source>%1 = %2 ÷ %3. %4</source>
        <translation>%1 = %2 ÷ %3。%4</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>%1 (h)</source>
        <translation>%1（小时）</translation>
    </message>
</context>
<context>
    <name>EvaluationTable</name>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>%1, other definition</source>
        <translation>%1（另一口径）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: numerator</source>
        <translation>%1：分子</translation>
    </message>
    <message>
        <source>%1: denominator</source>
        <translation>%1：分母</translation>
    </message>
    <message>
        <source>%1: rank</source>
        <translation>%1：排名</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标值</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Cases registered in</source>
        <translation>登记周期</translation>
    </message>
    <message>
        <source>Limits judged as of</source>
        <translation>时限判定时刻</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作人</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>- of: %1
</source>
        <translation>- 分母：%1
</translation>
    </message>
    <message>
        <source>- measured: %1
</source>
        <translation>- 计量：%1
</translation>
    </message>
    <message>
        <source>- which of them: %1
</source>
        <translation>- 分子：%1
</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>District</source>
        <translation>区</translation>
    </message>
    <message>
        <source>Streets</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Unit grids</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Handling units</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 (2nd)</source>
        <translation>%1（口径二）</translation>
    </message>
    <message>
        <source>Of: %1.
Measured: %2.</source>
        <translation>对象：%1。
计量：%2。</translation>
    </message>
    <message>
        <source>Denominator: %1.
Numerator: %2.</source>
        <translation>分母：%1。
分子：%2。</translation>
    </message>
    <message>
        <source>at no unit yet</source>
        <translation>尚未派到单位</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无经办人</translation>
    </message>
    <message>
        <source>outside of every area</source>
        <translation>不在任何区域内</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件数</translation>
    </message>
    <message>
        <source>Δ before</source>
        <translation>比上期</translation>
    </message>
    <message>
        <source>Δ year</source>
        <translation>同比</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>样本少</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>评价对象</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <translation>%1 点</translation>
    </message>
</context>
<context>
    <name>ExportCommand</name>
    <message>
        <source>What is exported must be one of: %1</source>
        <translation>导出的内容只能是：%1</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>正在导出</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s) written.</source>
        <translation>
            <numerusform>%1：已写出 %n 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>--where goes with rows of the map and of cases.</source>
        <translation>--where 只用于地图和案件的行。</translation>
    </message>
</context>
<context>
    <name>FeaturePlacer</name>
    <message>
        <source>Its place %1, %2 is not on the earth; longitude and latitude seem to be exchanged.</source>
        <translation>位置 %1, %2 不在地球上，经度和纬度似乎颠倒了。</translation>
    </message>
    <message>
        <source>Its place %1, %2 is not on the earth; is the coordinate system right?</source>
        <translation>位置 %1, %2 不在地球上，请检查坐标系是否正确。</translation>
    </message>
    <message>
        <source>It has no coordinates.</source>
        <translation>没有坐标。</translation>
    </message>
    <message>
        <source>Its coordinates “%1” and “%2” are not numbers.</source>
        <translation>坐标“%1”和“%2”不是数。</translation>
    </message>
    <message>
        <source>Its shape is damaged.</source>
        <translation>图形已损坏。</translation>
    </message>
    <message>
        <source>It has no place on the map.</source>
        <translation>没有地图位置。</translation>
    </message>
    <message>
        <source>It is no area, but of the kind %1.</source>
        <translation>不是面，而是 %1。</translation>
    </message>
    <message>
        <source>Its outline is damaged.</source>
        <translation>边界已损坏。</translation>
    </message>
    <message>
        <source>Its outline is not valid at %1: %2.</source>
        <translation>边界在 %1 处无效：%2。</translation>
    </message>
    <message>
        <source>The coordinates in “%1” are not degrees, and it does not say what they are. Say it with --crs, such as --crs EPSG:4549.</source>
        <translation>“%1”的坐标不是经纬度，也没有注明坐标系。请用 --crs 指明，例如 --crs EPSG:4549。</translation>
    </message>
    <message>
        <source>Its place %1, %2 is where longitude and latitude begin, off Africa; its coordinates were probably never set.</source>
        <translation>位置 %1, %2 在经纬度原点（非洲附近海面），坐标可能从未填写。</translation>
    </message>
    <message>
        <source>“%1” has longitude and latitude exchanged: the columns that should hold longitudes and latitudes hold the other. Exchange their names.</source>
        <translation>“%1”的经度列和纬度列颠倒了：经度列中是纬度，纬度列中是经度。请把两列的列名对调。</translation>
    </message>
</context>
<context>
    <name>FeatureSource</name>
    <message>
        <source>“%1” has no layer “%2”. It has: %3.</source>
        <translation>“%1”中没有图层“%2”，现有：%3。</translation>
    </message>
    <message>
        <source>“%1” has %2 layers; the first, “%3”, was read.</source>
        <translation>“%1”有 %2 个图层，已读取第一个“%3”。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>“%1” does not say how its text is written; %2 is assumed. Say otherwise with the option “encoding”.</source>
        <translation>“%1”没有注明文本编码，按 %2 处理。如不正确，请用选项“encoding”指明。</translation>
    </message>
    <message>
        <source>“%1” is not a file that can be read here, or it is damaged. Try a GeoPackage, Shapefile, GeoJSON, CSV or XLSX file.</source>
        <translation>“%1”不是可读取的文件，或已损坏。请使用 GeoPackage、Shapefile、GeoJSON、CSV 或 XLSX 文件。</translation>
    </message>
    <message>
        <source>“%1” breaks off behind feature %2; it is damaged. Copy it anew.</source>
        <translation>“%1”在要素 %2 之后中断，文件已损坏。请重新复制。</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check the name and the folder.</source>
        <translation>没有文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Ask its owner for permission.</source>
        <translation>没有读取“%1”的权限。请联系文件所有者授权。</translation>
    </message>
</context>
<context>
    <name>FieldMap</name>
    <message>
        <source>“%1” lacks these columns: %2. It has: %3. Rename its columns.</source>
        <translation>“%1”缺少以下列：%2。现有的列：%3。请修改列名。</translation>
    </message>
</context>
<context>
    <name>FolderCommand</name>
    <message>
        <source>“%1” was there and was replaced.</source>
        <translation>“%1”已存在，现已替换。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) inside</source>
        <translation>
            <numerusform>内含 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where the folder goes: --out FILE.pdf.</source>
        <translation>请说明卷宗写到哪里：--out FILE.pdf。</translation>
    </message>
    <message>
        <source>--lang must be one of: %1</source>
        <translation>--lang 只能是：%1</translation>
    </message>
</context>
<context>
    <name>GeoPackageStore</name>
    <message>
        <source>“%1” is no Gridward store. Make one with “gridward init” or “gridward demo”, or import the file into one.</source>
        <translation>“%1”不是 Gridward 的数据文件。请用“gridward init”或“gridward demo”新建，或把该文件导入到数据文件中。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no store “%1”. Check the name and the folder.</source>
        <translation>没有数据文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Gridward (schema %2; this one knows %3). Install the newer version; the store was not touched.</source>
        <translation>“%1”由更新版本的 Gridward 写成（结构版本 %2，本程序支持 %3）。请安装新版本；数据文件未作任何改动。</translation>
    </message>
    <message>
        <source>There is a file “%1” already; it was left alone. Name another, or move that one away.</source>
        <translation>文件“%1”已经存在，未作改动。请换一个文件名，或先移走该文件。</translation>
    </message>
    <message>
        <source>“%1” could not be written to the disk: %2</source>
        <translation>无法把“%1”写入磁盘：%2</translation>
    </message>
    <message>
        <source>“%1” could not be put into its place; is there such a file now?</source>
        <translation>无法把“%1”放到目标位置，请检查是否已有同名文件。</translation>
    </message>
    <message>
        <source>The file is damaged: %1. Take the last backup.</source>
        <translation>文件已损坏：%1。请使用最近的备份。</translation>
    </message>
    <message>
        <source>Row %1 of table “%2” refers to a row of “%3” that is not there.</source>
        <translation>表“%2”的第 %1 行引用了“%3”中不存在的行。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Ask its owner for permission.</source>
        <translation>没有读取“%1”的权限。请联系文件所有者授权。</translation>
    </message>
    <message>
        <source>The guard “%1” of the store is missing.</source>
        <translation>数据库的保护措施“%1”不见了。</translation>
    </message>
    <message>
        <source>The guard “%1” of the store is not the one that the program made; somebody changed it.</source>
        <translation>数据库的守卫“%1”不是程序所建的；有人改动过。</translation>
    </message>
    <message>
        <source>The end of “%1” was cut off by another program. Put the last backup in its place; it is opened by itself.</source>
        <translation>“%1”的末尾被其他程序截掉了。请把最近的备份放到原处，程序会自动打开。</translation>
    </message>
    <message>
        <source>“%1” is not there any more: its file was moved or deleted. What is shown is old. Put it back, and it goes on by itself.</source>
        <translation>“%1”已不在原处：文件被移走或删除。显示的是旧内容。放回原处后会自动继续。</translation>
    </message>
    <message>
        <source>Another file was put in the place of “%1”, and the journal of the one before cannot be moved away. Move “%1-wal” and “%1-shm” away; it goes on by itself.</source>
        <translation>“%1”已被另一个文件替换，而原文件的日志无法移走。请移走“%1-wal”和“%1-shm”，之后会自动继续。</translation>
    </message>
    <message>
        <source>Another store lies at “%1” now (%2), which is not shown. Open it if you want it; or put back the one that was there, and it goes on by itself.</source>
        <translation>“%1”处现在是另一个数据库（%2），不予显示。需要它时请打开它；或把原来的文件放回原处，程序会自动继续。</translation>
    </message>
    <message>
        <source>A store of another version of Gridward lies at “%1” now (schema %2, before it was %3). Open it again.</source>
        <translation>“%1”处现在是另一版本 Gridward 的数据库（结构版本 %2，此前为 %3）。请重新打开。</translation>
    </message>
</context>
<context>
    <name>GridLocator</name>
    <message>
        <source>The outline of grid “%1” cannot be read. Import the grid again.</source>
        <translation>无法读取网格“%1”的边界。请重新导入该网格。</translation>
    </message>
    <message>
        <source>Grid “%1” has no area. Draw or import its outline.</source>
        <translation>网格“%1”没有区域。请绘制或导入其边界。</translation>
    </message>
    <message>
        <source>The outline of grid “%1” is not valid: it crosses or touches itself in a way that leaves its area unclear. Mend the outline and import it again.</source>
        <translation>网格“%1”的边界无效：自相交或自接触，无法确定其区域。请修正边界后重新导入。</translation>
    </message>
    <message>
        <source>The outline of grid “%1” is not in degrees of longitude and latitude. Import it with its coordinate system set.</source>
        <translation>网格“%1”的边界不是经纬度。请指明坐标系后重新导入。</translation>
    </message>
    <message>
        <source>There are two grids with the code “%1”. Give one of them another code.</source>
        <translation>有两个网格的编码都是“%1”。请为其中一个另编编码。</translation>
    </message>
</context>
<context>
    <name>HeatExporter</name>
    <message>
        <source>This is no order for an export. The window writes them itself.</source>
        <translation>这不是导出任务文件。此类文件由窗口自行生成。</translation>
    </message>
</context>
<context>
    <name>HeatFile</name>
    <message>
        <source>Uniform kernel</source>
        <translation>均匀核</translation>
    </message>
    <message>
        <source>Triangular kernel</source>
        <translation>三角核</translation>
    </message>
    <message>
        <source>Epanechnikov kernel</source>
        <translation>Epanechnikov 核</translation>
    </message>
    <message>
        <source>Quartic kernel</source>
        <translation>四次核</translation>
    </message>
    <message>
        <source>Triweight kernel</source>
        <translation>三权核</translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation>高斯核</translation>
    </message>
    <message>
        <source>by Scott&apos;s rule</source>
        <translation>按 Scott 规则</translation>
    </message>
    <message>
        <source>by Silverman&apos;s rule</source>
        <translation>按 Silverman 规则</translation>
    </message>
    <message>
        <source>by likelihood cross-validation</source>
        <translation>按似然交叉验证</translation>
    </message>
    <message>
        <source>adaptive after Abramson</source>
        <translation>Abramson 自适应</translation>
    </message>
    <message>
        <source>%1, standard deviation %2 m, cells of %3 m</source>
        <translation>%1，标准差 %2 米，像元 %3 米</translation>
    </message>
    <message>
        <source>%1, radius %2 m, cells of %3 m</source>
        <translation>%1，半径 %2 米，像元 %3 米</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kernel, rule</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Density: cases per km²</source>
        <translation>密度：件/平方公里</translation>
    </message>
    <message>
        <source>Density: cases per km² and month</source>
        <translation>密度：件/平方公里·月</translation>
    </message>
    <message>
        <source>“%1” does not say its coordinate system. Save it with one.</source>
        <translation>“%1”没有说明坐标系，请带坐标系重新保存。</translation>
    </message>
    <message>
        <source>“%1” encloses nothing: the ground must be areas.</source>
        <translation>“%1”没有围成任何范围：底面必须是面要素。</translation>
    </message>
    <message>
        <source>Say by --denominator FILE:FIELD how many live in each area of “%1”. Fields are: %2.</source>
        <translation>请用 --denominator 文件:字段 指明“%1”中每个面的人数。可用的字段：%2。</translation>
    </message>
    <message>
        <source>The surface cannot be read back. Check the disk for room.</source>
        <translation>无法读回密度面，请检查磁盘空间。</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>已停止，没有写出任何内容。</translation>
    </message>
    <message>
        <source>More than 3,000,000 cells have a value: too many to be drawn as squares. Make them larger by --cell, or write a .tif.</source>
        <translation>有值的像元超过 3,000,000 个，无法逐个画成方格。请用 --cell 加大像元，或写成 .tif。</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>像元</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Bandwidth and cell must be lengths above 0 metres.</source>
        <translation>带宽和像元必须是大于 0 米的长度。</translation>
    </message>
    <message>
        <source>Per month needs a period: say --from and --to, or name the field of times by --time.</source>
        <translation>按月计算需要时段：请给出 --from 和 --to，或用 --time 指明时间字段。</translation>
    </message>
    <message>
        <source>Per 10,000 needs people to divide by: name their file by --denominator FILE:FIELD.</source>
        <translation>每万人需要作除数的人口：请用 --denominator 文件:字段 指明。</translation>
    </message>
    <message>
        <source>The ground of --edge encloses nothing: it must be areas.</source>
        <translation>--edge 的底面没有围成任何范围：必须是面要素。</translation>
    </message>
    <message>
        <source>--extent must be west, south, east and north in metres of the coordinate system, west before east and south before north.</source>
        <translation>--extent 必须是坐标系中以米计的西、南、东、北，西小于东，南小于北。</translation>
    </message>
    <message>
        <source>That would be %1 × %2 cells. Make them larger by --cell, or the ground smaller by --extent W,S,E,N.</source>
        <translation>这将有 %1 × %2 个像元。请用 --cell 加大像元，或用 --extent 西,南,东,北 缩小范围。</translation>
    </message>
    <message>
        <source>There is no point to be drawn. Check the file, --where, --from and --to; with --extent W,S,E,N an empty map can be made.</source>
        <translation>没有可画的点。请检查文件、--where、--from 和 --to；给出 --extent 西,南,东,北 可以画空图。</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until before %1</source>
        <translation>至 %1 之前</translation>
    </message>
    <message>
        <source>Cases on the map: %1</source>
        <translation>图上案件：%1 件</translation>
    </message>
    <message>
        <source>Without a usable place, time or weight: %1</source>
        <translation>位置、时间或权重不可用：%1 件</translation>
    </message>
    <message>
        <source>Corrected at the border</source>
        <translation>已作边界校正</translation>
    </message>
    <message>
        <source>A case counts half after %1 days</source>
        <translation>案件每过 %1 天权重减半</translation>
    </message>
    <message>
        <source>Heat map: %1</source>
        <translation>热力图：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>数据来源：%1</translation>
    </message>
    <message>
        <source>%1 without a place were left out.</source>
        <translation>%1 件没有位置，未计入。</translation>
    </message>
    <message>
        <source>%1 are no points and were left out.</source>
        <translation>%1 件不是点，未计入。</translation>
    </message>
    <message>
        <source>%1 with a coordinate that is no number were left out.</source>
        <translation>%1 件坐标不是数，未计入。</translation>
    </message>
    <message>
        <source>%1 without a time were left out.</source>
        <translation>%1 件没有时间，未计入。</translation>
    </message>
    <message>
        <source>%1 whose weight is no number from 0 upwards were left out.</source>
        <translation>%1 件的权重不是大于等于 0 的数，未计入。</translation>
    </message>
    <message>
        <source>%1 have no place on this plane and were left out.</source>
        <translation>%1 件无法投影到此平面，未计入。</translation>
    </message>
    <message>
        <source>%1 lie far off from all others and were left out; --extent brings them in.</source>
        <translation>%1 件远离其余各点，未计入；用 --extent 可将其纳入。</translation>
    </message>
    <message>
        <source>%1 lie outside of the cells; they count where they reach in.</source>
        <translation>%1 件位于像元范围之外，其影响范围伸入处仍计入。</translation>
    </message>
    <message>
        <source>%1 cells were left blank: too few personal cases in reach.</source>
        <translation>%1 个像元留白：范围内涉及个人的案件过少。</translation>
    </message>
    <message>
        <source>Times say no zone and were taken as they stand, as UTC.</source>
        <translation>时间没有注明时区，按原样作为 UTC。</translation>
    </message>
    <message>
        <source>The bandwidth is shorter than a cell: cases between the centres of cells may not show. Take smaller cells by --cell.</source>
        <translation>带宽小于像元：位于像元中心之间的案件可能不显示。请用 --cell 减小像元。</translation>
    </message>
    <message>
        <source>No case counts: every cell is 0.</source>
        <translation>没有案件计入：所有像元为 0。</translation>
    </message>
    <message>
        <source>A metre of Web Mercator is less than a metre on the ground: radius and densities are too small by that. Name another --crs.</source>
        <translation>Web 墨卡托的一米小于地面一米，半径和密度都因此偏小。请用 --crs 指定其他坐标系。</translation>
    </message>
    <message>
        <source>A density needs metres, and “%1” has none. Name a projected system in metres by --crs, as in --crs EPSG:32650, or leave --crs away.</source>
        <translation>密度需要以米计，“%1”不是。请用 --crs 指定以米计的投影坐标系，如 --crs EPSG:32650，或不写 --crs。</translation>
    </message>
    <message>
        <source>There is no field “%1”. Fields are: %2.</source>
        <translation>没有字段“%1”。可用的字段：%2。</translation>
    </message>
    <message>
        <source>No field holds dates or times. Name one by --time. Fields are: %1.</source>
        <translation>没有日期或时间字段。请用 --time 指明。可用的字段：%1。</translation>
    </message>
    <message>
        <source>The condition “%1” cannot be understood: %2. Fields are: %3.</source>
        <translation>无法理解条件“%1”：%2。可用的字段：%3。</translation>
    </message>
    <message>
        <source>“%1” breaks off or is damaged. Get it anew.</source>
        <translation>“%1”不完整或已损坏，请重新获取。</translation>
    </message>
    <message>
        <source>“%1” does not say its coordinate system. Name it by --crs, as in --crs EPSG:2056.</source>
        <translation>“%1”没有说明坐标系。请用 --crs 指明，如 --crs EPSG:2056。</translation>
    </message>
    <message>
        <source>“%1” has no columns with places: call them lon and lat, or e and n. Its columns are: %2.</source>
        <translation>“%1”没有位置列：请命名为 lon 和 lat，或 e 和 n。现有的列：%2。</translation>
    </message>
    <message>
        <source>“%1” has no layer with places on the map.</source>
        <translation>“%1”没有带位置的图层。</translation>
    </message>
    <message>
        <source>“%1” has no layer “%2”. Its layers are: %3.</source>
        <translation>“%1”没有图层“%2”。现有图层：%3。</translation>
    </message>
    <message>
        <source>“%1” has several layers. Name one of them by --layer: %2.</source>
        <translation>“%1”有多个图层，请用 --layer 指明其一：%2。</translation>
    </message>
    <message>
        <source>There is no coordinate system “%1”. Name one as in EPSG:2056.</source>
        <translation>没有坐标系“%1”。请写成 EPSG:2056 这样的形式。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no file of map data that can be read. Take CSV with columns lon and lat, GeoJSON, GeoPackage or a Shapefile.</source>
        <translation>“%1”不是可读的地图数据。请用带 lon 和 lat 列的 CSV、GeoJSON、GeoPackage 或 Shapefile。</translation>
    </message>
    <message>
        <source>Times as many cases as in the other period</source>
        <translation>案件数为另一时段的倍数</translation>
    </message>
    <message>
        <source>Cases per km² more or fewer</source>
        <translation>每平方公里增减案件数</translation>
    </message>
    <message>
        <source>Cases per km² and month more or fewer</source>
        <translation>每平方公里每月增减案件数</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 比 %2</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 减 %2</translation>
    </message>
    <message>
        <source>Cases on the map: %1, of the other period: %2</source>
        <translation>图上案件：%1 件，另一时段：%2 件</translation>
    </message>
    <message>
        <source>Sum of their weights (%1): %2</source>
        <translation>权重合计（%1）：%2</translation>
    </message>
    <message>
        <source>More and fewer cases: %1</source>
        <translation>案件增减：%1</translation>
    </message>
    <message>
        <source>Times as many cases: %1</source>
        <translation>案件倍数：%1</translation>
    </message>
    <message>
        <source>Fewer than %1 personal cases in reach: not shown</source>
        <translation>范围内涉及个人的案件不足 %1 件：不显示</translation>
    </message>
    <message>
        <source>Too few in reach: not known</source>
        <translation>数量太少：未知</translation>
    </message>
    <message>
        <source>There is no case in the period to compare with: a ratio would be known nowhere. Choose another period, or --compare difference.</source>
        <translation>对比时段没有案件：比值处处未知。请另选时段，或用 --compare difference。</translation>
    </message>
    <message>
        <source>Fewer than %1 personal cases in reach, or too few to compare: not shown</source>
        <translation>范围内涉及个人的案件不足 %1 件，或过少而无法对比：不显示</translation>
    </message>
    <message>
        <source>These places cannot be put on a plane in metres. Check their coordinate system, and whether longitude and latitude are the wrong way round; or name the plane by --crs.</source>
        <translation>这些位置无法放到以米计的平面上。请检查其坐标系，以及经度和纬度是否颠倒；或用 --crs 指明平面。</translation>
    </message>
    <message>
        <source>No point is left to make a map of. Check the file, the field of weights, the period and --where, or name --crs and --extent for an empty map.</source>
        <translation>没有可成图的点。请检查文件、权重字段、时段和 --where；要得到空白图，请给出 --crs 和 --extent。</translation>
    </message>
    <message>
        <source>Cases on all sheets together: %1</source>
        <translation>各图幅合计案件：%1 件</translation>
    </message>
    <message>
        <source>%1, each counted by “%2”</source>
        <comment>density, field of weights</comment>
        <translation>%1，按“%2”计数</translation>
    </message>
    <message>
        <source>All of them lie outside of --extent, which is in the metres of %1: the map shows none.</source>
        <translation>全部位于 --extent 之外，其单位是 %1 的米：图上没有一件。</translation>
    </message>
    <message>
        <source>%1 are of other times.</source>
        <translation>%1 个不在所选时间内。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>筛选条件：%1</translation>
    </message>
    <message>
        <source>A bandwidth of %1 m reaches so far that there would be %2 × %3 cells. Make it smaller by --bandwidth, or name the ground by --extent W,S,E,N.</source>
        <translation>带宽 %1 米涉及的范围过大，将有 %2 × %3 个像元。请用 --bandwidth 减小带宽，或用 --extent 西,南,东,北 指定范围。</translation>
    </message>
    <message>
        <source>10,000</source>
        <translation>万</translation>
    </message>
    <message>
        <source>10,000 residents</source>
        <translation>万人</translation>
    </message>
    <message>
        <source>10,000 households</source>
        <translation>万户</translation>
    </message>
    <message>
        <source>10,000 components</source>
        <translation>万个部件</translation>
    </message>
    <message>
        <source>10,000 addresses</source>
        <translation>万个地址</translation>
    </message>
    <message>
        <source>Cases per %1 more or fewer</source>
        <comment>10,000 residents</comment>
        <translation>每%1增减案件数</translation>
    </message>
    <message>
        <source>Rate: cases per %1</source>
        <comment>10,000 residents</comment>
        <translation>发生率：件/%1</translation>
    </message>
    <message>
        <source>cases of %1</source>
        <translation>%1 的案件</translation>
    </message>
</context>
<context>
    <name>HeatLayers</name>
    <message>
        <source>Schematic road network, not surveyed</source>
        <translation>示意路网，未经测绘</translation>
    </message>
</context>
<context>
    <name>HeatPage</name>
    <message>
        <source>Cases on the map: %1</source>
        <translation>图上案件：%1 件</translation>
    </message>
    <message>
        <source>Without a place, not on the map: %1</source>
        <translation>无位置，未上图：%1 件</translation>
    </message>
    <message>
        <source>Outside of the district, not on the map: %1</source>
        <translation>在辖区之外，未上图：%1 件</translation>
    </message>
    <message>
        <source>Cases on the map: %1, of the other period: %2</source>
        <translation>图上案件：%1 件，另一时段：%2 件</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2 并列</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 减 %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 比 %2</translation>
    </message>
    <message>
        <source>Too few in reach: not known</source>
        <translation>数量太少：未知</translation>
    </message>
    <message>
        <source>Fewer than %1 personal cases in reach: not shown</source>
        <translation>范围内涉及个人的案件不足 %1 件：不显示</translation>
    </message>
    <message>
        <source>Fewer than %1 personal cases in reach, or too few to compare: not shown</source>
        <translation>范围内涉及个人的案件不足 %1 件，或过少而无法对比：不显示</translation>
    </message>
</context>
<context>
    <name>HeatSheet</name>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>There is not enough memory for a page of this size. Choose a smaller one.</source>
        <translation>内存不足，无法生成此尺寸的页面，请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>There is no template “%1”. Check its name.</source>
        <translation>没有模板“%1”。请检查名称。</translation>
    </message>
    <message>
        <source>The template “%1” cannot be read. Check who may read it.</source>
        <translation>无法读取模板“%1”。请检查读取权限。</translation>
    </message>
    <message>
        <source>“%1” is no print layout template. Save one in QGIS by Layout &gt; Save as Template.</source>
        <translation>“%1”不是打印布局模板。请在 QGIS 中用“布局 &gt; 保存为模板”生成。</translation>
    </message>
    <message>
        <source>The template “%1” has no item “%2”. In QGIS, give an item this id under Item Properties &gt; Main. It needs: %3</source>
        <translation>模板“%1”缺少项目“%2”。请在 QGIS 的项目属性中把某个项目的 ID 设为该名称。模板需要：%3</translation>
    </message>
    <message>
        <source>The item “%2” of the template “%1” is of another kind than it must be: “map” is a map, “scale-bar” a scale bar, and all words are labels.</source>
        <translation>模板“%1”的项目“%2”类型不对：“map”须为地图，“scale-bar”须为比例尺，文字均须为标签。</translation>
    </message>
    <message>
        <source>← fewer</source>
        <translation>← 减少</translation>
    </message>
    <message>
        <source>more →</source>
        <translation>增加 →</translation>
    </message>
    <message>
        <source>Sheet %1 / %2</source>
        <translation>第 %1 / %2 幅</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
</context>
<context>
    <name>HeatSurface</name>
    <message>
        <source>The heat map cannot be computed. Try a larger radius or fewer cases.</source>
        <translation>无法计算热力图，请增大半径或减少案件。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>The heat map was stopped.</source>
        <translation>热力图计算已停止。</translation>
    </message>
    <message>
        <source>The ground of the heat map is too large to be measured in metres.</source>
        <translation>热力图范围过大，无法以米计量。</translation>
    </message>
    <message>
        <source>The ground of the heat map cannot be measured in metres.</source>
        <translation>热力图范围无法以米计量。</translation>
    </message>
    <message>
        <source>A heat map needs a ground, and a bandwidth and cells that are longer than 0 metres. Correct them.</source>
        <translation>热力图需要研究范围，以及大于 0 米的带宽和像元。请改正。</translation>
    </message>
    <message>
        <source>Cases per month need a period that is longer than nothing. Choose a longer period or another unit.</source>
        <translation>每月案件数需要有长度的时段。请选择更长的时段或其他单位。</translation>
    </message>
    <message>
        <source>There is nothing here to count the cases against. Choose another unit.</source>
        <translation>这里没有可作分母的数据。请选择其他单位。</translation>
    </message>
    <message>
        <source>The district has no border, so its edge cannot be corrected. Switch the correction off.</source>
        <translation>城区没有边界，无法校正边缘。请关闭校正。</translation>
    </message>
    <message>
        <source>A heat map needs a ground. Open a district, or choose cases.</source>
        <translation>热力图需要范围。请打开城区，或选择案件。</translation>
    </message>
</context>
<context>
    <name>HeatmapCommand</name>
    <message>
        <source>%1 written.</source>
        <translation>已写出 %1。</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>--edge district goes with a store; with a file, name the areas: --edge FILE.</source>
        <translation>--edge district 只用于库；对文件请指明面：--edge 文件。</translation>
    </message>
    <message>
        <source>--atlas goes with a store and a .pdf.</source>
        <translation>--atlas 只用于数据库和 .pdf。</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>制作于 %1</translation>
    </message>
    <message>
        <source>reading cases</source>
        <translation>读取案件</translation>
    </message>
    <message>
        <source>The atlas needs streets with outlines, and the store has none.</source>
        <translation>图册需要有边界的街道，而数据库中没有。</translation>
    </message>
    <message>
        <source>The store knows no outline of its district. Name the areas: --edge FILE.</source>
        <translation>数据库中没有辖区边界。请指明面：--edge 文件。</translation>
    </message>
    <message>
        <source>--layer and --time go with a file, not with a store.</source>
        <translation>--layer 和 --time 只用于文件，不用于数据库。</translation>
    </message>
    <message>
        <source>--%1 must be a number above 0, not “%2”.</source>
        <translation>--%1 必须是大于 0 的数，而不是“%2”。</translation>
    </message>
    <message>
        <source>--bandwidth must be metres above 0, scott, silverman, likelihood or adaptive:METRES, not “%1”.</source>
        <translation>--bandwidth 必须是大于 0 的米数、scott、silverman、likelihood 或 adaptive:米数，而不是“%1”。</translation>
    </message>
    <message>
        <source>--kernel must be one of: %1</source>
        <translation>--kernel 只能是：%1</translation>
    </message>
    <message>
        <source>--unit must be one of: per-km2, per-km2-month, per-10000</source>
        <translation>--unit 只能是：per-km2、per-km2-month、per-10000</translation>
    </message>
    <message>
        <source>--extent must be west, south, east and north in metres of the coordinate system, as in --extent 500000,4400000,510000,4410000.</source>
        <translation>--extent 必须是坐标系中以米计的西、南、东、北，如 --extent 500000,4400000,510000,4410000。</translation>
    </message>
    <message>
        <source>--from must be before --to.</source>
        <translation>--from 必须早于 --to。</translation>
    </message>
    <message>
        <source>--unit per-10000 needs people to divide by: name their file by --denominator FILE:FIELD.</source>
        <translation>--unit per-10000 需要作除数的人口：请用 --denominator 文件:字段 指明。</translation>
    </message>
    <message>
        <source>--denominator goes with --unit per-10000.</source>
        <translation>--denominator 与 --unit per-10000 一起使用。</translation>
    </message>
    <message>
        <source>--paper must be one of: %1</source>
        <translation>--paper 只能是：%1</translation>
    </message>
    <message>
        <source>--paper goes with .pdf, .svg and .png.</source>
        <translation>--paper 只用于 .pdf、.svg 和 .png。</translation>
    </message>
    <message>
        <source>--size must be WIDTHxHEIGHT, from 64x64 to %1x%1.</source>
        <translation>--size 必须是 宽x高，从 64x64 到 %1x%1。</translation>
    </message>
    <message>
        <source>--every must be day, week or month, and goes with --from, --to and --out-dir DIR instead of --out.</source>
        <translation>--every 只能是 day、week 或 month，并与 --from、--to 和 --out-dir 目录（代替 --out）一起使用。</translation>
    </message>
    <message>
        <source>That would be %1 pictures. Take longer steps by --every, or a shorter period.</source>
        <translation>这将有 %1 张图。请用 --every 加长步长，或缩短时段。</translation>
    </message>
    <message>
        <source>Say where the heat map goes: --out FILE, whose ending is one of: %1</source>
        <translation>请说明热力图写到哪里：--out 文件，扩展名为：%1</translation>
    </message>
    <message>
        <source>--lang must be one of: %1</source>
        <translation>--lang 只能是：%1</translation>
    </message>
    <message>
        <source>--ramp must be one of: %1</source>
        <translation>--ramp 只能是：%1</translation>
    </message>
    <message>
        <source>--atlas must be: street</source>
        <translation>--atlas 只能是：street</translation>
    </message>
    <message>
        <source>--compare must be one of: difference, ratio</source>
        <translation>--compare 须为：difference、ratio</translation>
    </message>
    <message>
        <source>--compare needs both periods: --from, --to, --against-from and --against-to.</source>
        <translation>--compare 需要两个时段：--from、--to、--against-from 和 --against-to。</translation>
    </message>
    <message>
        <source>--against-from must be before --against-to.</source>
        <translation>--against-from 须早于 --against-to。</translation>
    </message>
    <message>
        <source>--class-method goes with --classes N.</source>
        <translation>--class-method 与 --classes N 同用。</translation>
    </message>
    <message>
        <source>--classes goes with .png, .pdf, .svg, .gpkg and .qgz: the values of a .%1 have none.</source>
        <translation>--classes 用于 .png、.pdf、.svg、.gpkg 和 .qgz：.%1 中的数值不分级。</translation>
    </message>
    <message>
        <source>A ratio has its own classes: leave --classes out.</source>
        <translation>比值有固定分级：请去掉 --classes。</translation>
    </message>
    <message>
        <source>--class-method must be one of: %1</source>
        <translation>--class-method 须为：%1</translation>
    </message>
    <message>
        <source>A difference has equal steps to both sides of 0: leave --class-method out.</source>
        <translation>差值以 0 为中心等距分级：请去掉 --class-method。</translation>
    </message>
    <message>
        <source>--classes must be smooth, a number from %1 to %2, or rising breaks from 0 upwards as in --classes 0,10,25,50, not “%3”.</source>
        <translation>--classes 须为 smooth、%1 到 %2 的级数，或从 0 起递增的分级界限，如 --classes 0,10,25,50，而不是“%3”。</translation>
    </message>
    <message>
        <source>Breaks go without --compare and without --class-method.</source>
        <translation>分级界限不能与 --compare 或 --class-method 同用。</translation>
    </message>
    <message>
        <source>--template goes with .pdf, .svg and .png.</source>
        <translation>--template 用于 .pdf、.svg 和 .png。</translation>
    </message>
    <message>
        <source>--compare makes one file: take it without --every.</source>
        <translation>--compare 只生成一个文件：请勿与 --every 同用。</translation>
    </message>
    <message>
        <source>The period is not over yet: it has fewer cases than it will have.</source>
        <translation>时段尚未结束：案件少于结束时的数量。</translation>
    </message>
    <message>
        <source>The two periods are not as long as each other: the longer one has more cases by that alone. --unit per-km2-month makes up for it.</source>
        <translation>两个时段长短不同：较长者仅因此就案件更多。可用 --unit per-km2-month 消除此影响。</translation>
    </message>
    <message>
        <source>“%1” is no store: --analysis goes with a store.</source>
        <translation>“%1”不是数据库：--analysis 只用于数据库。</translation>
    </message>
    <message>
        <source>%1 With --analysis go --out, --title, --paper, --lang, --at and --json: all else was saved with it.</source>
        <translation>%1 --analysis 只能与 --out、--title、--paper、--lang、--at、--json 同用：其余内容已随分析保存。</translation>
    </message>
</context>
<context>
    <name>HourOfWeek</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1至%2</translation>
    </message>
    <message numerus="yes">
        <source>registered in %n hour(s) of the week that were chosen</source>
        <translation>
            <numerusform>登记于所选的每周 %n 个小时</numerusform>
        </translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>登记于%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>HouseholdReader</name>
    <message>
        <source>It has no household number.</source>
        <translation>缺少户编号。</translation>
    </message>
    <message>
        <source>The household number stands in an earlier row already.</source>
        <translation>该户编号在前面的行中已出现。</translation>
    </message>
    <message>
        <source>“%1” is no code of a grid.</source>
        <translation>“%1”不是网格编码。</translation>
    </message>
    <message>
        <source>Need number %1 of it is unknown. Use low-income, five-guarantee, empty-nest, disabled, living-alone or unemployed.</source>
        <translation>第 %1 项服务需求无法识别。请用 low-income（低保）、five-guarantee（五保）、empty-nest（空巢）、disabled（残疾）、living-alone（独居）或 unemployed（失业）。</translation>
    </message>
    <message>
        <source>The column “%1” holds no date. Write it as 2026-03-05.</source>
        <translation>“%1”列不是日期。请写成 2026-03-05。</translation>
    </message>
</context>
<context>
    <name>ImportCommand</name>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>All refused lines, with the reason, are in %1.</source>
        <translation>所有被拒绝的行及原因见 %1。</translation>
    </message>
    <message>
        <source>On time or overdue: as the set says in %1 of %2 rows.</source>
        <translation>按期或超期的判定：%2 行中有 %1 行与原数据一致。</translation>
    </message>
    <message>
        <source>%1 without a point (%2 of them without community or street); %3 outside of every grid.</source>
        <translation>没有点位 %1 件（其中 %2 件也没有社区或街道），不在任何网格内 %3 件。</translation>
    </message>
    <message>
        <source>cases: %1 read, %2 taken, %3 known already, %4 refused.</source>
        <translation>案件：读取 %1 件，导入 %2 件，已存在 %3 件，拒绝 %4 件。</translation>
    </message>
    <message>
        <source>Say how to read the file: --profile boston-311, taipei-1999, zurich-zwn or the path of a profile.</source>
        <translation>请指明导入方案：--profile boston-311、taipei-1999、zurich-zwn，或导入方案文件的路径。</translation>
    </message>
    <message>
        <source>importing cases</source>
        <translation>正在导入案件</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>feature %1: %2</source>
        <translation>要素 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more refused; --json lists them all.</source>
        <translation>
            <numerusform>… 另有 %n 条被拒绝，用 --json 可全部列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 read, %3 taken, %4 refused.</source>
        <translation>%1：读取 %2 条，导入 %3 条，拒绝 %4 条。</translation>
    </message>
    <message>
        <source>imported from %1</source>
        <translation>由 %1 导入</translation>
    </message>
    <message>
        <source>What is imported must be one of: %1</source>
        <translation>导入的内容只能是：%1</translation>
    </message>
    <message>
        <source>The file to import is the store itself.</source>
        <translation>要导入的文件就是数据库本身。</translation>
    </message>
    <message>
        <source>feature %1 (%2): %3</source>
        <translation>要素 %1（%2）：%3</translation>
    </message>
    <message>
        <source>--preview goes with catalogue, and with a workbook of staff.</source>
        <translation>--preview 只用于目录和人员工作簿。</translation>
    </message>
    <message>
        <source>--column and --source go with inbox.</source>
        <translation>--column 和 --source 只用于 inbox。</translation>
    </message>
</context>
<context>
    <name>InboxClerk</name>
    <message>
        <source>%1 has changed row %2 in the meantime. Look at it again.</source>
        <translation>%1 已在此期间改动了来件 %2，请重新查看。</translation>
    </message>
    <message>
        <source>There is no class %1 (%2) in the catalogue %3.</source>
        <translation>分类目录 %3 中没有类别 %1（%2）。</translation>
    </message>
    <message>
        <source>The place must be longitude, latitude in degrees.</source>
        <translation>位置应为以度为单位的经度、纬度。</translation>
    </message>
    <message>
        <source>Row %1 cannot take others in: it has ended or is a part of another one itself.</source>
        <translation>来件 %1 不能接纳其他来件：它已办结，或已并入别的来件。</translation>
    </message>
    <message>
        <source>Row %1 has taken others in: let those go first.</source>
        <translation>来件 %1 已接纳其他来件，请先把它们分出去。</translation>
    </message>
    <message>
        <source>Case %1 has ended: register the row as a case of its own.</source>
        <translation>案件 %1 已办结，请将该来件单独登记。</translation>
    </message>
    <message>
        <source>Row %1 is treated as one with row %2: register that one.</source>
        <translation>来件 %1 已与来件 %2 合并处理，请登记后者。</translation>
    </message>
    <message>
        <source>Row %1 has no place yet.</source>
        <translation>来件 %1 还没有位置。</translation>
    </message>
    <message>
        <source>Row %1 has no class yet.</source>
        <translation>来件 %1 还没有类别。</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>导入已停止。</translation>
    </message>
    <message>
        <source>Row %1 of the inbox</source>
        <translation>来件第 %1 行</translation>
    </message>
    <message>
        <source>the text was cut after %1 characters</source>
        <translation>文字超过 %1 字，已截断</translation>
    </message>
    <message>
        <source>You have changed row %1 yourself in the meantime. Look at it again.</source>
        <translation>您自己已在此期间改动了来件 %1，请重新查看。</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>来件时间 %1</translation>
    </message>
</context>
<context>
    <name>InboxCommand</name>
    <message>
        <source>--state must be one of: %1</source>
        <translation>--state 只能是：%1</translation>
    </message>
    <message>
        <source>Name the class: --class CODE [--kind matter|component], or --proposed.</source>
        <translation>请指明类别：--class 代码 [--kind matter|component]，或 --proposed。</translation>
    </message>
    <message>
        <source>Say where: --place LON,LAT in degrees, longitude first, or --proposed.</source>
        <translation>请指明位置：--place 经度,纬度（度，经度在前），或 --proposed。</translation>
    </message>
    <message>
        <source>--level must be one of: %1</source>
        <translation>--level 只能是：%1</translation>
    </message>
    <message>
        <source>Name the case: --case ID, or its number.</source>
        <translation>请指明案件：--case 标识或编号。</translation>
    </message>
    <message>
        <source>Say why the rows are refused: --note TEXT.</source>
        <translation>请说明不予受理的理由：--note 文字。</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>来件 %1：%2</translation>
    </message>
    <message>
        <source>%1 done, %2 not.</source>
        <translation>办成 %1 件，未办成 %2 件。</translation>
    </message>
    <message>
        <source>--all goes with register, and with classify and locate as --proposed.</source>
        <translation>--all 用于 register，以及带 --proposed 的 classify 和 locate。</translation>
    </message>
    <message>
        <source>Name the rows by their numbers.</source>
        <translation>请写明来件的号码。</translation>
    </message>
    <message>
        <source>working on the inbox</source>
        <translation>正在处理来件</translation>
    </message>
    <message>
        <source>Say what to do with the inbox: list, counts, show, classify, locate, level, follow, register, join, refuse or take-back.</source>
        <translation>请说明要做什么：list、counts、show、classify、locate、level、follow、register、join、refuse 或 take-back。</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>各列：%1</translation>
    </message>
    <message>
        <source>Not used: %1</source>
        <translation>未使用：%1</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>inbox: %1 read, %2 taken, %3 known already, %4 refused.</source>
        <translation>来件：读取 %1 行，收入 %2 行，已有 %3 行，拒收 %4 行。</translation>
    </message>
    <message>
        <source>--%1 must be OURS=THEIRS, such as text=诉求内容.</source>
        <translation>--%1 必须写成 我方=对方，例如 text=诉求内容。</translation>
    </message>
    <message>
        <source>importing rows</source>
        <translation>正在导入来件</translation>
    </message>
    <message>
        <source>Name the row to follow by its number: --leader ID, or --leader 0 to let the rows go.</source>
        <translation>请写出要并入的来件编号：--leader 编号；--leader 0 表示解除合并。</translation>
    </message>
    <message>
        <source>“%1” is no number of a row of the inbox.</source>
        <translation>“%1”不是来件的编号。</translation>
    </message>
    <message>
        <source>Name the row to show by its number.</source>
        <translation>请写出要查看的来件编号。</translation>
    </message>
    <message numerus="yes">
        <source>%n of those taken have a number that was there already, with something else told under it.</source>
        <translation>
            <numerusform>其中 %n 件的编号先前已有，但内容不同，已作为新来件收下。</numerusform>
        </translation>
    </message>
    <message>
        <source>No row that %1 may work on fits. Who may register cases sees more: --as USER.</source>
        <translation>没有 %1 有权处理且符合条件的来件。有登记权限的用户能看到更多：--as USER。</translation>
    </message>
    <message>
        <source>class that it may be: %1, for it says: %2</source>
        <translation>可能的类别：%1，依据：%2</translation>
    </message>
    <message>
        <source>place that it may mean: %1, for it says: %2</source>
        <translation>可能的位置：%1，依据：%2</translation>
    </message>
    <message>
        <source>open case near: %1 %2</source>
        <translation>附近未结案件：%1 %2</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left, for they may be told of already: %1. Merge them (follow, join), register them by their numbers, or all with --with-duplicates.</source>
        <translation>
            <numerusform>%n 件疑似重复，未予登记：%1。请合并（follow、join），或按号码登记，或用 --with-duplicates 全部登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>joined to a case</source>
        <translation>已并入案件</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>brought in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>classified</source>
        <translation>定类</translation>
    </message>
    <message>
        <source>located</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>given a level</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>put together with another row, or parted from it</source>
        <translation>与另一件合并处理或重新分开</translation>
    </message>
    <message>
        <source>refusal taken back</source>
        <translation>撤回不予受理</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>class proposed: %1</source>
        <translation>建议类别：%1</translation>
    </message>
    <message>
        <source>no class yet</source>
        <translation>缺类别</translation>
    </message>
    <message>
        <source>place proposed: %1</source>
        <translation>建议位置：%1</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>缺位置</translation>
    </message>
    <message>
        <source>outside of every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>grid %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>said: %1</source>
        <translation>内容：%1</translation>
    </message>
    <message>
        <source>address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>from: %1 %2, batch %3</source>
        <translation>来源：%1 %2，批次 %3</translation>
    </message>
    <message>
        <source>received: %1</source>
        <translation>来件时间：%1</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>case: %1</source>
        <translation>案件：%1</translation>
    </message>
    <message>
        <source>put together with row %1</source>
        <translation>与来件 %1 合并处理</translation>
    </message>
    <message>
        <source>parted from row %1</source>
        <translation>与来件 %1 重新分开</translation>
    </message>
</context>
<context>
    <name>InboxItem</name>
    <message>
        <source>What a row of the inbox says is never changed.</source>
        <translation>来件的原话永不修改。</translation>
    </message>
    <message>
        <source>Say why row %1 is refused.</source>
        <translation>请说明来件 %1 不予受理的理由。</translation>
    </message>
    <message>
        <source>A row ends as a case only together with that case.</source>
        <translation>来件只能与案件一同成为案件。</translation>
    </message>
    <message>
        <source>A row cannot be a part of itself.</source>
        <translation>来件不能并入自身。</translation>
    </message>
    <message>
        <source>Row %1 has been registered as a case already.</source>
        <translation>来件 %1 已经登记为案件。</translation>
    </message>
    <message>
        <source>Row %1 has been joined to a case already.</source>
        <translation>来件 %1 已经并入案件。</translation>
    </message>
    <message>
        <source>Row %1 has been refused already.</source>
        <translation>来件 %1 已经不予受理。</translation>
    </message>
</context>
<context>
    <name>InboxReader</name>
    <message>
        <source>No column of “%1” is known to hold the text (内容). It has: %2. Name it: --column text=COLUMN.</source>
        <translation>“%1”中没有认得的内容列。它有：%2。请指明：--column text=列名。</translation>
    </message>
    <message>
        <source>It says nothing: the column of the text is empty.</source>
        <translation>没有内容：内容列为空。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a time that cannot be read: it is kept as it stands.</source>
        <translation>
            <numerusform>%n 行的时间读不出，按原文保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have coordinates that are no place: they come in without one.</source>
        <translation>
            <numerusform>%n 行的坐标不是有效位置，收入时没有位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not UTF-8; it was read as GB18030.</source>
        <translation>“%1”不是 UTF-8，已按 GB18030 读取。</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>导入已停止。</translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message>
        <source>Outside of this district</source>
        <translation>不在本区范围内</translation>
    </message>
    <message>
        <source>No matter of city management</source>
        <translation>不属于城市管理事项</translation>
    </message>
    <message>
        <source>Too unclear to be found or checked</source>
        <translation>内容不清，无法查找或核实</translation>
    </message>
    <message>
        <source>Another department is dealing with it already</source>
        <translation>其他部门已在办理</translation>
    </message>
    <message>
        <source>Settled already</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>A test, a wrong number or abuse</source>
        <translation>测试、误拨或恶意来电</translation>
    </message>
</context>
<context>
    <name>Indicator</name>
    <message>
        <source>Filing rate</source>
        <translation>立案率</translation>
    </message>
    <message>
        <source>cases registered in the period that are no duplicates (joined to another case)</source>
        <translation>周期内登记且非重复（未并入其他案件）的案件</translation>
    </message>
    <message>
        <source>all cases registered in the period</source>
        <translation>周期内登记的全部案件</translation>
    </message>
    <message>
        <source>filed ones: filed at least once</source>
        <translation>其中立过案的</translation>
    </message>
    <message>
        <source>Reports of a problem that is known already lower no filing rate.</source>
        <translation>重复上报不拉低立案率。</translation>
    </message>
    <message>
        <source>Refused, void and joined ones count as registered.</source>
        <translation>不予受理、作废和并案的也算登记。</translation>
    </message>
    <message>
        <source>In-time filing rate</source>
        <translation>按时立案率</translation>
    </message>
    <message>
        <source>Dispatch rate</source>
        <translation>派遣率</translation>
    </message>
    <message>
        <source>cases dispatched at least once, or waiting to be dispatched</source>
        <translation>派遣过的和待派遣的案件</translation>
    </message>
    <message>
        <source>dispatched ones</source>
        <translation>其中派遣过的</translation>
    </message>
    <message>
        <source>Accurate dispatch rate</source>
        <translation>准确派遣率</translation>
    </message>
    <message>
        <source>cases dispatched at least once</source>
        <translation>派遣过的案件</translation>
    </message>
    <message>
        <source>those never sent back for rework</source>
        <translation>其中从未返工的</translation>
    </message>
    <message>
        <source>those that no unit ever sent back and that were never transferred</source>
        <translation>其中单位从未退回、也从未改派的</translation>
    </message>
    <message>
        <source>As some cities print it: (dispatched − rework) ÷ dispatched.</source>
        <translation>部分城市的口径：（派遣数 − 返工数）÷ 派遣数。</translation>
    </message>
    <message>
        <source>Steps that were taken back count as nothing.</source>
        <translation>撤回的步骤不计。</translation>
    </message>
    <message>
        <source>Handling rate</source>
        <translation>处置率</translation>
    </message>
    <message>
        <source>cases dispatched at least once, neither void nor refused</source>
        <translation>派遣过且未作废、未被不予受理的案件</translation>
    </message>
    <message>
        <source>due to handle: cases dispatched at least once, neither void nor refused, that were handed in or are late</source>
        <translation>应处置：派遣过、未作废、未被不予受理，且已处置反馈或已超时的案件</translation>
    </message>
    <message>
        <source>those handed in at least once, or closed</source>
        <translation>其中处置反馈过或已结案的</translation>
    </message>
    <message>
        <source>Late: the handling limit ever ran out. An extension moves its end.</source>
        <translation>超时：处置时限曾经届满。延期会推迟时限。</translation>
    </message>
    <message>
        <source>In-time handling rate</source>
        <translation>按期处置率</translation>
    </message>
    <message>
        <source>due to handle, under a handling limit</source>
        <translation>应处置且有处置时限的案件</translation>
    </message>
    <message>
        <source>Cases whose unit won an appeal are left out.</source>
        <translation>申诉成立的案件不计。</translation>
    </message>
    <message>
        <source>Closing rate</source>
        <translation>结案率</translation>
    </message>
    <message>
        <source>closed ones (archived ones included)</source>
        <translation>其中已结案的（含归档）</translation>
    </message>
    <message>
        <source>In-time closing rate</source>
        <translation>按期结案率</translation>
    </message>
    <message>
        <source>due to close: cases under a handling limit that are closed, or open and late</source>
        <translation>应结案：有处置时限且已结案，或未结案且已超时的案件</translation>
    </message>
    <message>
        <source>cases that have both a closing time and a target (end of the handling limit), whenever closed</source>
        <translation>结案时间和处置截止时间都有的案件，不论何时结案</translation>
    </message>
    <message>
        <source>those closed no later than the target</source>
        <translation>其中结案不晚于处置截止时间的</translation>
    </message>
    <message>
        <source>Rework rate</source>
        <translation>返工率</translation>
    </message>
    <message>
        <source>cases handed in at least once</source>
        <translation>处置反馈过的案件</translation>
    </message>
    <message>
        <source>those sent back for rework at least once</source>
        <translation>其中返工过的</translation>
    </message>
    <message>
        <source>Lower is better.</source>
        <translation>越低越好。</translation>
    </message>
    <message>
        <source>Overdue open rate</source>
        <translation>超期未结案率</translation>
    </message>
    <message>
        <source>those open and late</source>
        <translation>其中未结案且已超时的</translation>
    </message>
    <message>
        <source>Lower is better. Cases whose unit won an appeal are left out.</source>
        <translation>越低越好。申诉成立的案件不计。</translation>
    </message>
    <message>
        <source>Solved in the community</source>
        <translation>社区网格内解决率</translation>
    </message>
    <message>
        <source>closed cases</source>
        <translation>已结案的案件</translation>
    </message>
    <message>
        <source>those whose handling unit serves the street, community or grid of the case alone</source>
        <translation>其中处置单位只服务于案件所在街道、社区或网格的</translation>
    </message>
    <message>
        <source>those whose handling unit serves the community or grid of the case alone</source>
        <translation>其中处置单位只服务于案件所在社区或网格的</translation>
    </message>
    <message>
        <source>Held to 90 %.</source>
        <translation>目标 90 %。</translation>
    </message>
    <message>
        <source>Found by staff</source>
        <translation>主动发现率</translation>
    </message>
    <message>
        <source>those from patrols, video and sensors</source>
        <translation>其中来自巡查、视频和传感器的</translation>
    </message>
    <message>
        <source>those from patrols</source>
        <translation>其中来自巡查的</translation>
    </message>
    <message>
        <source>Find first: before residents have to complain.</source>
        <translation>发现在前，不等居民投诉。</translation>
    </message>
    <message>
        <source>Time to first look</source>
        <translation>早知道（首次查看用时）</translation>
    </message>
    <message>
        <source>cases with a step of a person behind the registration</source>
        <translation>登记之后有人经办过的案件</translation>
    </message>
    <message>
        <source>hours by the clock from registration to that step; the median</source>
        <translation>从登记到该步骤的自然小时数的中位数</translation>
    </message>
    <message>
        <source>Time to first action</source>
        <translation>早化解（首次处置用时）</translation>
    </message>
    <message>
        <source>cases that their unit accepted, assigned or handed in, or at whose scene somebody arrived or checked in</source>
        <translation>单位接收、指派、处置反馈过，或有人到场、签到的案件</translation>
    </message>
    <message>
        <source>hours by the clock from registration to the first such step; the median</source>
        <translation>从登记到首个此类步骤的自然小时数的中位数</translation>
    </message>
    <message>
        <source>Time to reply</source>
        <translation>早回复（首次回访用时）</translation>
    </message>
    <message>
        <source>cases whose reporter was called back</source>
        <translation>回访过上报人的案件</translation>
    </message>
    <message>
        <source>hours by the clock from registration to the first call-back; the median</source>
        <translation>从登记到首次回访的自然小时数的中位数</translation>
    </message>
    <message>
        <source>cases filed whose deadline of that stage is known</source>
        <translation>立过案且当时阶段时限已知的案件</translation>
    </message>
    <message>
        <source>those filed the first time no later than that deadline</source>
        <translation>其中首次立案不晚于该时限的</translation>
    </message>
    <message>
        <source>Cases that were filed before they were imported are left out.</source>
        <translation>导入前已立案的案件不计。</translation>
    </message>
    <message>
        <source>cases dispatched at least once, neither void nor refused, handed in under a handling limit</source>
        <translation>派遣过、未作废、未被不予受理，有处置时限且处置反馈过的案件</translation>
    </message>
    <message>
        <source>those handed in that are not late</source>
        <translation>其中处置反馈过且未超时的</translation>
    </message>
    <message>
        <source>cases that wait to be closed (state pending-close), and closed ones</source>
        <translation>待结案（状态 pending-close）和已结案的案件</translation>
    </message>
    <message>
        <source>cases being judged, and closed ones</source>
        <translation>在核查的和已结案的案件</translation>
    </message>
    <message>
        <source>A case that is with a unit again, for rework or reopened, is not due to close.</source>
        <translation>因返工或重新打开而又在单位的案件不算应结案。</translation>
    </message>
    <message>
        <source>closed ones that are not late</source>
        <translation>其中已结案且未超时的</translation>
    </message>
</context>
<context>
    <name>InitCommand</name>
    <message>
        <source>--cells must be a side in metres from %1 to %2.</source>
        <translation>--cells 应为 %1 至 %2 之间的边长（米）。</translation>
    </message>
    <message>
        <source>first division</source>
        <translation>首次划分</translation>
    </message>
    <message>
        <source>--district must be the six digits of the district&apos;s code.</source>
        <translation>--district 应为城区的六位行政区划代码。</translation>
    </message>
    <message>
        <source>--name must be the district&apos;s name.</source>
        <translation>--name 应为城区名称。</translation>
    </message>
    <message>
        <source>--cells and --extent-of go together.</source>
        <translation>--cells 与 --extent-of 须同时使用。</translation>
    </message>
    <message>
        <source>“%1” is no time zone of the IANA list, such as Asia/Shanghai.</source>
        <translation>“%1”不是 IANA 时区名，应如 Asia/Shanghai。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is ready: district %2 with %n grid(s).</source>
        <translation>
            <numerusform>%1 已就绪：城区 %2，%n 个网格。</numerusform>
        </translation>
    </message>
    <message>
        <source>Drill unit: %1</source>
        <translation>演练单位：%1</translation>
    </message>
    <message>
        <source>making the district</source>
        <translation>正在建立城区</translation>
    </message>
    <message>
        <source>Stopped; nothing was made.</source>
        <translation>已停止，没有建立任何内容。</translation>
    </message>
    <message>
        <source>A store on a server has logins from the start: make it with “gridward admin init-db URL … --administrator NAME --password-file FILE”.</source>
        <translation>服务器上的数据库从一开始就有登录账号：请用“gridward admin init-db URL … --administrator NAME --password-file FILE”建立。</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. Write postgresql://user@host/database; a file is made with “gridward init”.</source>
        <translation>“%1”不是服务器地址。请写成 postgresql://user@host/database；文件用“gridward init”建立。</translation>
    </message>
    <message>
        <source>Say who is to be the first administrator, and where the password is: --administrator NAME --password-file FILE.</source>
        <translation>请说明第一个管理员是谁、密码在哪里：--administrator NAME --password-file FILE。</translation>
    </message>
    <message>
        <source>%1 may log in now, and give others an account: “gridward admin user URL add NAME --role ROLE --password-file FILE”.</source>
        <translation>%1 现在可以登录，并给其他人建立账号：“gridward admin user URL add NAME --role ROLE --password-file FILE”。</translation>
    </message>
    <message>
        <source>“%1” is no address of a server; a file is migrated when it is opened.</source>
        <translation>“%1”不是服务器地址；文件在打开时迁移。</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>已应用：%1</translation>
    </message>
    <message>
        <source>The schema was up to date; the standard rights were written anew.</source>
        <translation>结构已是最新；标准权限已重新写入。</translation>
    </message>
    <message>
        <source>The schema is up to date.</source>
        <translation>结构已是最新。</translation>
    </message>
</context>
<context>
    <name>JsonForm</name>
    <message>
        <source>“%1” must be a whole number from %2 to %3.</source>
        <translation>“%1”必须是 %2 至 %3 的整数。</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotation marks.</source>
        <translation>“%1”必须是引号中的文本。</translation>
    </message>
    <message>
        <source>It is no JSON; the fault is at byte %1: %2.</source>
        <translation>不是有效的 JSON，第 %1 字节处有误：%2。</translation>
    </message>
    <message>
        <source>It must be one JSON object in curly brackets.</source>
        <translation>必须是花括号中的一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The key “%1” is missing.</source>
        <translation>缺少键“%1”。</translation>
    </message>
    <message>
        <source>“%1” must not be empty.</source>
        <translation>“%1”不能为空。</translation>
    </message>
    <message>
        <source>“%1” must be a date such as 2026-01-01, and “%2” is none.</source>
        <translation>“%1”必须是 2026-01-01 这样的日期，“%2”不是日期。</translation>
    </message>
    <message>
        <source>“%1” must be a list in square brackets.</source>
        <translation>“%1”必须是方括号中的列表。</translation>
    </message>
    <message>
        <source>“%1” names %2 twice.</source>
        <translation>“%1”中 %2 出现了两次。</translation>
    </message>
    <message>
        <source>“%1” must be an object in curly brackets.</source>
        <translation>“%1”必须是花括号中的对象。</translation>
    </message>
    <message>
        <source>“%1” is “%2”, which is not known here. Use one of: %3.</source>
        <translation>“%1”的值“%2”无法识别。可用的值：%3。</translation>
    </message>
    <message>
        <source>There is no key “%1” here; the keys are: %2.</source>
        <translation>此处没有键“%1”；可用的键：%2。</translation>
    </message>
</context>
<context>
    <name>JsonLinesSource</name>
    <message>
        <source>There is no file “%1”. Check the name and the folder.</source>
        <translation>没有文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” has no JSON object in its first lines: write one a line.</source>
        <translation>“%1”的前几行没有 JSON 对象，应每行写一个。</translation>
    </message>
    <message>
        <source>This line is no JSON object: %1.</source>
        <translation>这一行不是 JSON 对象：%1。</translation>
    </message>
</context>
<context>
    <name>LivePlayer</name>
    <message>
        <source>Only demo stores go on by themselves; this is none.</source>
        <translation>只有演示数据库才能自动继续；这一个不是。</translation>
    </message>
</context>
<context>
    <name>MapEngine</name>
    <message>
        <source>The map engine is incomplete. Install Gridward again, or run “make” anew.</source>
        <translation>地图引擎不完整。请重新安装 Gridward，或重新运行 make。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Check its permissions and the disk.</source>
        <translation>无法创建文件夹“%1”。请检查权限和磁盘。</translation>
    </message>
</context>
<context>
    <name>MigrateCommand</name>
    <message>
        <source>differs: the copy has %1, %2</source>
        <translation>不同：副本为 %1，%2</translation>
    </message>
    <message>
        <source>Table “%1” of the copy is not that of the store.</source>
        <translation>副本中的表“%1”与原数据库不同。</translation>
    </message>
    <message>
        <source>The copy is not the store; it was not put into its place. Look into what differs, then begin anew with --anew.</source>
        <translation>副本与原数据库不同，未予就位。请查明差异，然后用 --anew 重新开始。</translation>
    </message>
    <message>
        <source>%1 was written to meanwhile; the copy is as the store was when this try began. What came later is not in it.</source>
        <translation>其间有人写入了 %1；副本是本次开始时的状态，之后写入的内容不在其中。</translation>
    </message>
    <message numerus="yes">
        <source>%1 is the same store now: every row of %n table(s) is equal, and the logs of all cases are unbroken.</source>
        <translation>
            <numerusform>%1 现在是同一个数据库：%n 张表的每一行都相同，所有案件的日志均未断裂。</numerusform>
        </translation>
    </message>
    <message>
        <source>moving the store</source>
        <translation>正在迁移数据库</translation>
    </message>
    <message>
        <source>Nobody has a login there yet: “gridward admin user URL set-password NAME --password-file FILE” gives one.</source>
        <translation>那里尚无人有登录名：请用“gridward admin user URL set-password NAME --password-file FILE”设置。</translation>
    </message>
    <message>
        <source>The file holds no passwords: whoever can read it may do everything with it. It is readable for you alone.</source>
        <translation>文件中没有密码：能读取它的人即可对它做任何操作。现在只有您能读取它。</translation>
    </message>
</context>
<context>
    <name>OrganisationReader</name>
    <message>
        <source>Its kind “%1” is unknown. Use a key or a name of the catalogue&apos;s list of handling units, such as sanitation or 环卫作业单位.</source>
        <translation>类别“%1”未知。请使用分类目录中承办单位表的键或名称，例如 sanitation 或环卫作业单位。</translation>
    </message>
    <message>
        <source>Whether it handles cases must be yes or no, not “%1”.</source>
        <translation>是否承办案件应填“是”或“否”，不能是“%1”。</translation>
    </message>
    <message>
        <source>It has no code.</source>
        <translation>没有编码。</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>没有名称。</translation>
    </message>
    <message>
        <source>Its code is already that of line %1.</source>
        <translation>编码与第 %1 行重复。</translation>
    </message>
    <message>
        <source>Its code is already that of row %1.</source>
        <translation>编码与第 %1 行重复。</translation>
    </message>
    <message>
        <source>“%1” is no code of a division of the district. Import the grids or the divisions first; leave it empty for the whole district.</source>
        <translation>“%1”不是本区任何区划的编码。请先导入网格或区划；服务全区的请留空。</translation>
    </message>
    <message>
        <source>Its parent %1 was refused.</source>
        <translation>上级单位 %1 已被拒绝。</translation>
    </message>
    <message>
        <source>Its parent %1 is neither in the file nor in the store.</source>
        <translation>上级单位 %1 既不在文件中，也不在数据库中。</translation>
    </message>
    <message>
        <source>It would be above itself: its parent %1 is below it.</source>
        <translation>上下级成环：上级单位 %1 在它之下。</translation>
    </message>
</context>
<context>
    <name>PartitionCheck</name>
    <message>
        <source>The code %1 is given to more than one grid. Give each its own code.</source>
        <translation>有多个网格的编码都是 %1。请为每个网格各编一个编码。</translation>
    </message>
    <message>
        <source>The code “%1” is not built as %2: %3 digits are wanted. Correct the code.</source>
        <translation>编码“%1”不符合 %2 的结构，应为 %3 位数字。请更正编码。</translation>
    </message>
    <message>
        <source>Grid %1 is said to belong to %2, but its code begins with %3. Correct one of them.</source>
        <translation>网格 %1 注明属于 %2，但编码以 %3 开头。请更正其中之一。</translation>
    </message>
    <message>
        <source>Grid %1 belongs to “%2”, which is no division known here. Import the divisions first, or correct its code.</source>
        <translation>网格 %1 属于“%2”，但没有这个区划。请先导入区划，或更正网格编码。</translation>
    </message>
    <message>
        <source>Area %1 has no outline. Draw it, or leave the row out.</source>
        <translation>区域 %1 没有边界。请绘制边界，或去掉该行。</translation>
    </message>
    <message>
        <source>What is given for %1 is no area. Draw it as a polygon.</source>
        <translation>%1 给出的不是面。请绘制成多边形。</translation>
    </message>
    <message>
        <source>The outline of %1 is not valid at %2: %3. Mend it in a map program.</source>
        <translation>%1 的边界在 %2 处无效：%3。请用地图软件修正。</translation>
    </message>
    <message>
        <source>The outline of %1 does not lie on the earth. Check the coordinate system of the file.</source>
        <translation>%1 的边界不在地球上。请检查文件的坐标系。</translation>
    </message>
    <message>
        <source>Grid %1 at %2 has only %3 m². Join it to a neighbour if it is a left over.</source>
        <translation>%2 处的网格 %1 只有 %3 m²。如为零碎图斑，请并入相邻网格。</translation>
    </message>
    <message>
        <source>Grid %1 at %2 is made of %3 separate parts. Check whether they belong together.</source>
        <translation>%2 处的网格 %1 由 %3 个不相连的部分组成。请检查它们是否属于同一网格。</translation>
    </message>
    <message>
        <source>Grids %1 and %2 overlap by %3 m² at %4. Move the border of one of them.</source>
        <translation>网格 %1 与 %2 在 %4 处重叠 %3 m²。请移动其中一个的边界。</translation>
    </message>
    <message>
        <source>%1 m² at %2 belong to no grid, and no grid lies beside them. Draw a grid there.</source>
        <translation>%2 处有 %1 m² 不属于任何网格，旁边也没有网格。请在此绘制网格。</translation>
    </message>
    <message>
        <source>%1 m² at %2 belong to no grid. Extend one of the grids beside them: %3.</source>
        <translation>%2 处有 %1 m² 不属于任何网格。请扩展相邻网格之一：%3。</translation>
    </message>
    <message>
        <source>Many small overlaps of grids add up to %1 m². Snap the borders of neighbours to each other.</source>
        <translation>许多零碎重叠合计 %1 m²。请使相邻网格的边界相互吻合。</translation>
    </message>
    <message>
        <source>Many small gaps between grids add up to %1 m². Snap the borders of neighbours to each other.</source>
        <translation>网格之间许多零碎空隙合计 %1 m²。请使相邻网格的边界相互吻合。</translation>
    </message>
    <message>
        <source>Grid %1 lies mostly outside of %2, to which it is said to belong: %3 m² at %4. Correct its code or its outline.</source>
        <translation>网格 %1 注明属于 %2，但大部分在其外：%4 处 %3 m²。请更正编码或边界。</translation>
    </message>
    <message>
        <source>Grid %1 reaches out of %2 by %3 m² at %4. Move its border.</source>
        <translation>网格 %1 在 %4 处超出 %2 的范围 %3 m²。请移动边界。</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of borders do not match the neighbour&apos;s vertex by vertex, first at %1 (grids %2). Snap the borders of neighbours to each other, vertices included.</source>
        <translation>
            <numerusform>有 %n 段边界与相邻网格的顶点不一致，第一处在 %1（网格 %2）。请使相邻网格的边界连同顶点相互吻合。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordHasher</name>
    <message>
        <source>There is not enough memory to keep a password safely. Close something and try again.</source>
        <translation>内存不足，无法安全保存密码。请关闭其他程序后重试。</translation>
    </message>
</context>
<context>
    <name>PasswordRules</name>
    <message>
        <source>It has %1 to %2 characters.</source>
        <translation>长度为 %1 至 %2 个字符。</translation>
    </message>
    <message>
        <source>It is none of those that many people use, such as woaini1314.</source>
        <translation>不是很多人用的常见密码，例如 woaini1314。</translation>
    </message>
    <message>
        <source>Neither the name of the user nor that of the district is in it.</source>
        <translation>不含用户名、姓名或城区名称。</translation>
    </message>
    <message>
        <source>It is no row of keys, letters or digits, such as abcdefghij.</source>
        <translation>不是连续的按键、字母或数字，例如 abcdefghij。</translation>
    </message>
    <message>
        <source>That password will not do. What it must be: %1</source>
        <translation>此密码不符合要求：%1</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>“%1” is no period. Write a year (2026), a quarter (2026-Q4), a month (2026-11), a week (2026-W47), a day (2026-11-22) or a range (2026-11-01..2026-11-22).</source>
        <translation>“%1”不是周期。请写年（2026）、季（2026-Q4）、月（2026-11）、周（2026-W47）、日（2026-11-22）或时段（2026-11-01..2026-11-22）。</translation>
    </message>
</context>
<context>
    <name>PersonalCommand</name>
    <message>
        <source>Say what to open: gridward personal STORE open case|household ID --purpose P</source>
        <translation>请说明查看什么：gridward personal STORE open case|household ID --purpose P</translation>
    </message>
    <message>
        <source>--purpose must be one of: %1</source>
        <translation>--purpose 须为以下之一：%1</translation>
    </message>
    <message>
        <source>Say where: --grid CODE or --community CODE.</source>
        <translation>请说明位置：--grid CODE 或 --community CODE。</translation>
    </message>
    <message>
        <source>Say after how many days: --older-than 180d</source>
        <translation>请说明满多少天：--older-than 180d</translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) erased.</source>
        <translation>
            <numerusform>已删除 %n 位来电人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what to do: gridward personal STORE open|households|purge|smallest-cell</source>
        <translation>请说明要做什么：gridward personal STORE open|households|purge|smallest-cell</translation>
    </message>
</context>
<context>
    <name>PersonalWords</name>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Find out the place</source>
        <translation>核实位置</translation>
    </message>
    <message>
        <source>Arrange the handling</source>
        <translation>处置联系</translation>
    </message>
    <message>
        <source>Care visit</source>
        <translation>走访服务</translation>
    </message>
    <message>
        <source>Correct what was entered</source>
        <translation>信息更正</translation>
    </message>
    <message>
        <source>Answer a complaint</source>
        <translation>投诉处理</translation>
    </message>
    <message>
        <source>Low income</source>
        <translation>低保</translation>
    </message>
    <message>
        <source>Five guarantees</source>
        <translation>五保</translation>
    </message>
    <message>
        <source>Empty nest</source>
        <translation>空巢</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>Living alone</source>
        <translation>独居</translation>
    </message>
    <message>
        <source>Unemployed</source>
        <translation>失业</translation>
    </message>
    <message>
        <source>fewer than %1</source>
        <translation>少于 %1</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>不予告知</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>姓名：%1</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>May be called back.</source>
        <translation>可以回访。</translation>
    </message>
    <message>
        <source>Does not want to be called back.</source>
        <translation>不愿接受回访。</translation>
    </message>
    <message>
        <source>Head of household: %1</source>
        <translation>户主：%1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>地址：%1</translation>
    </message>
    <message>
        <source>Dwelling: %1</source>
        <translation>住房：%1</translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation>家庭成员：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Needs: %1</source>
        <translation>服务需求：%1</translation>
    </message>
    <message>
        <source>No consent was given.</source>
        <translation>未取得同意。</translation>
    </message>
    <message>
        <source>Consent to %1, given on %2</source>
        <translation>同意%1，%2</translation>
    </message>
    <message>
        <source>Consent to %1</source>
        <translation>同意%1</translation>
    </message>
    <message>
        <source>Next visit: %1</source>
        <translation>下次走访：%1</translation>
    </message>
</context>
<context>
    <name>PhotoFacts</name>
    <message>
        <source>The picture is larger than %1 MiB. Make it smaller and add it again.</source>
        <translation>照片超过 %1 MiB。请缩小后重新添加。</translation>
    </message>
    <message>
        <source>HEIC pictures cannot be shown here. Set the telephone to JPEG (“most compatible”), or save the picture as JPEG.</source>
        <translation>这里不能使用 HEIC 照片。请把手机相机格式设为 JPEG（“兼容性最佳”），或把照片另存为 JPEG。</translation>
    </message>
    <message>
        <source>This is no picture. Add JPEG, PNG or WebP files.</source>
        <translation>这不是照片。请添加 JPEG、PNG 或 WebP 文件。</translation>
    </message>
</context>
<context>
    <name>PhotoLoading</name>
    <message>
        <source>The picture “%1” is gone or cannot be read.</source>
        <translation>照片“%1”已不存在或无法读取。</translation>
    </message>
    <message>
        <source>The picture “%1” is damaged or too large to be shown.</source>
        <translation>照片“%1”已损坏或过大，无法显示。</translation>
    </message>
    <message>
        <source>The picture could not be kept: the disk may be full.</source>
        <translation>照片无法保存：磁盘可能已满。</translation>
    </message>
</context>
<context>
    <name>PictureLog</name>
    <message>
        <source>“%1” cannot be written: %2. Close the program that holds it, or name another folder.</source>
        <translation>“%1”无法写入：%2。请关闭占用它的程序，或换一个文件夹。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2. Make room on the disk.</source>
        <translation>“%1”无法写入：%2。请清理磁盘空间。</translation>
    </message>
</context>
<context>
    <name>PlaceReader</name>
    <message numerus="yes">
        <source>%n row(s) name another grid than the one in which they lie; the position was believed.</source>
        <translation>
            <numerusform>有 %n 行注明的网格与实际所在网格不同，以位置为准。</numerusform>
        </translation>
    </message>
    <message>
        <source>It lies at %1, in no grid of the district.</source>
        <translation>位于 %1，不在本区任何网格内。</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2026-03-05.</source>
        <translation>“%1”不是日期，请写成 2026-03-05 的形式。</translation>
    </message>
    <message>
        <source>Its code is already that of row %1.</source>
        <translation>编码与第 %1 行重复。</translation>
    </message>
    <message>
        <source>It has no component code.</source>
        <translation>没有部件标识码。</translation>
    </message>
    <message>
        <source>Its code “%1” has not %2 digits (or %3 in the old scheme).</source>
        <translation>编码“%1”不是 %2 位（旧标准为 %3 位）。</translation>
    </message>
    <message>
        <source>Its code does not begin with %1, the code of the district.</source>
        <translation>编码不是以本区代码 %1 开头。</translation>
    </message>
    <message>
        <source>Its class %1 is not in the catalogue %2.</source>
        <translation>类别 %1 不在分类目录 %2 中。</translation>
    </message>
    <message>
        <source>Its class is given as %1, but its code %2 says %3.</source>
        <translation>注明的类别是 %1，但编码 %2 表示的是 %3。</translation>
    </message>
    <message>
        <source>Its state “%1” is unknown. Use %2.</source>
        <translation>状态“%1”无法识别，请使用 %2。</translation>
    </message>
    <message>
        <source>It has no address.</source>
        <translation>没有地址。</translation>
    </message>
    <message>
        <source>Its risk “%1” is not a number from 1 to 4.</source>
        <translation>风险等级“%1”不是 1 至 4 的数。</translation>
    </message>
    <message>
        <source>It has no kind or no name.</source>
        <translation>没有种类或名称。</translation>
    </message>
    <message>
        <source>The file does not say in which state the components are; they are taken as intact.</source>
        <translation>文件没有注明部件状态，按完好（intact）处理。</translation>
    </message>
    <message>
        <source>It is said to be an area, but its outline is missing or damaged. Give the column outline as well-known text in degrees, or import a file with shapes.</source>
        <translation>注明为区域，但轮廓缺失或损坏。请在 outline 列以 WKT（度）给出，或导入带图形的文件。</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Near this</source>
        <translation>附近</translation>
    </message>
    <message>
        <source>Key place</source>
        <translation>重点部位</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>Positioning</name>
    <message>
        <source>The coordinates are CGCS2000 (EPSG:4490); they are taken as EPSG:4326, from which they differ by less than a metre.</source>
        <translation>坐标为 CGCS2000（EPSG:4490），按 EPSG:4326 处理，两者相差不到一米。</translation>
    </message>
    <message>
        <source>Coordinates in %1 cannot be converted to EPSG:4326. Convert the file first, or say what it holds with --crs.</source>
        <translation>%1 坐标无法转换为 EPSG:4326。请先转换文件，或用 --crs 指明其坐标系。</translation>
    </message>
    <message>
        <source>The coordinates were converted from %1 to EPSG:4326.</source>
        <translation>坐标已由 %1 转换为 EPSG:4326。</translation>
    </message>
    <message>
        <source>“%1” is not a coordinate system known here. Use EPSG and its number (such as EPSG:4326 or EPSG:4549), gcj02 or bd09.</source>
        <translation>“%1”不是本程序支持的坐标系。请写 EPSG 加编号（例如 EPSG:4326 或 EPSG:4549），或 gcj02、bd09。</translation>
    </message>
    <message>
        <source>“%1” names no coordinate system; longitude and latitude (EPSG:4326) are assumed. Say otherwise with --crs.</source>
        <translation>“%1”没有注明坐标系，按经纬度（EPSG:4326）处理。如不正确，请用 --crs 指明。</translation>
    </message>
    <message>
        <source>“%1” names no coordinate system, and its coordinates (%2, %3) are not degrees. Say which it is with --crs, such as --crs EPSG:4549.</source>
        <translation>“%1”没有注明坐标系，且坐标（%2, %3）不是经纬度。请用 --crs 指明，例如 --crs EPSG:4549。</translation>
    </message>
    <message>
        <source>“%1” should hold degrees, but its coordinates (%2, %3) are none. Say what they are with --crs, such as --crs EPSG:4549.</source>
        <translation>“%1”应为经纬度，但坐标（%2, %3）不是。请用 --crs 指明，例如 --crs EPSG:4549。</translation>
    </message>
    <message>
        <source>“%1” has longitude and latitude exchanged: its coordinates (%2, %3) begin with the latitude. Write the longitude first.</source>
        <translation>“%1”的经度和纬度颠倒了：坐标（%2, %3）纬度在前。请把经度写在前面。</translation>
    </message>
    <message>
        <source>“%1” is GeoJSON and should hold longitude and latitude in degrees, but its coordinates (%2, %3) are none. Convert it to EPSG:4326 first.</source>
        <translation>“%1”是 GeoJSON，应为以度为单位的经纬度，但坐标（%2, %3）不是。请先转换为 EPSG:4326。</translation>
    </message>
</context>
<context>
    <name>PostgisStore</name>
    <message>
        <source>The store was migrated by a newer Gridward (schema %1; this one knows %2). Install the newer version on this seat.</source>
        <translation>数据库已由较新的 Gridward 升级（结构版本 %1，本程序为 %2）。请在本坐席安装新版本。</translation>
    </message>
    <message>
        <source>There is a store in this database already; it was left alone. Name another database.</source>
        <translation>该数据库中已有 Gridward 数据库，未作改动。请指定另一个数据库。</translation>
    </message>
    <message>
        <source>The server is too old: PostgreSQL 15 or newer is needed.</source>
        <translation>服务器版本过旧：需要 PostgreSQL 15 或更高版本。</translation>
    </message>
    <message>
        <source>The database does not keep UTF-8. Make one with ENCODING &apos;UTF8&apos;.</source>
        <translation>该数据库不是 UTF-8 编码。请用 ENCODING &apos;UTF8&apos; 建立。</translation>
    </message>
    <message>
        <source>The store is of an older Gridward (schema %1; this one needs %2). An administrator has to migrate it: “gridward admin migrate URL”.</source>
        <translation>数据库来自较旧的 Gridward（结构 %1；本程序需要 %2）。须由管理员迁移：“gridward admin migrate URL”。</translation>
    </message>
    <message>
        <source>This login may not make a store here: that takes a superuser of the server. Log in as one; seats get logins of their own.</source>
        <translation>此登录名不能在此建立数据库：须用服务器的超级用户。请以超级用户登录；各席位另有自己的登录名。</translation>
    </message>
    <message>
        <source>A seat cannot migrate a store. Log in as a superuser of the server or as a member of gridward_owner.</source>
        <translation>席位不能迁移数据库。请以服务器的超级用户或 gridward_owner 的成员登录。</translation>
    </message>
    <message>
        <source>There is no Gridward store in this database. An administrator makes one with “gridward admin init-db”.</source>
        <translation>此数据库中没有 Gridward 数据。由管理员用“gridward admin init-db”建立。</translation>
    </message>
    <message>
        <source>The account “%1” is disabled. Ask an administrator.</source>
        <translation>账号“%1”已停用。请联系管理员。</translation>
    </message>
    <message>
        <source>“%1” is a login of the server, but no user of this store. An administrator adds users with “gridward admin user URL add”.</source>
        <translation>“%1”是服务器的登录名，但不是本库的用户。由管理员用“gridward admin user URL add”添加用户。</translation>
    </message>
    <message>
        <source>This login is no seat of the store. An administrator makes logins with “gridward admin user URL add NAME --role ROLE --password-file FILE”.</source>
        <translation>此登录名不是本库的席位。由管理员用“gridward admin user URL add NAME --role ROLE --password-file FILE”建立登录名。</translation>
    </message>
    <message>
        <source>Everybody sees all rows of the table “%1”: its row level security is off.</source>
        <translation>所有人都能看到表“%1”的所有行：行级安全已被关闭。</translation>
    </message>
    <message>
        <source>The server goes by other standard rights than this program. Have “gridward admin migrate URL” write them anew.</source>
        <translation>服务器采用的标准权限与本程序不同。请用“gridward admin migrate URL”重新写入。</translation>
    </message>
</context>
<context>
    <name>PrintLayout</name>
    <message>
        <source>Printed on %1</source>
        <translation>打印于 %1</translation>
    </message>
    <message>
        <source>Scale about 1:%1</source>
        <translation>比例尺约 1:%1</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message numerus="yes">
        <source>%n in hand</source>
        <translation>
            <numerusform>在办 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>named for this class here</source>
        <translation>本地标准指定其处置此类问题</translation>
    </message>
    <message>
        <source>handles this class here</source>
        <translation>按本地标准处置此类问题</translation>
    </message>
    <message>
        <source>named for this class</source>
        <translation>标准指定其处置此类问题</translation>
    </message>
    <message>
        <source>handles this class in this community</source>
        <translation>负责本社区的此类问题</translation>
    </message>
    <message>
        <source>handles this class in this street</source>
        <translation>负责本街道的此类问题</translation>
    </message>
    <message>
        <source>handles this class in the whole district</source>
        <translation>负责全区的此类问题</translation>
    </message>
    <message>
        <source>nobody handles this class here: the street office</source>
        <translation>此类问题无处置单位，由街道办事处承办</translation>
    </message>
    <message>
        <source>nobody handles this class here: takes what is left</source>
        <translation>此类问题无处置单位，由综合单位承办</translation>
    </message>
    <message>
        <source>serves this community</source>
        <translation>服务本社区</translation>
    </message>
    <message>
        <source>serves this street</source>
        <translation>服务本街道</translation>
    </message>
    <message>
        <source>serves the whole district</source>
        <translation>服务全区</translation>
    </message>
    <message>
        <source>the post for this class</source>
        <translation>此类问题的对口岗位</translation>
    </message>
    <message>
        <source>answers for this grid</source>
        <translation>本网格责任人</translation>
    </message>
    <message>
        <source>on duty now</source>
        <translation>正在值班</translation>
    </message>
    <message>
        <source>not on duty now</source>
        <translation>当前不在岗</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>急救</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驾驶</translation>
    </message>
    <message>
        <source>fire warden</source>
        <translation>消防安全员</translation>
    </message>
    <message>
        <source>mediation</source>
        <translation>调解</translation>
    </message>
    <message>
        <source>electrician</source>
        <translation>电工</translation>
    </message>
    <message>
        <source>skills: %1</source>
        <translation>技能：%1</translation>
    </message>
    <message>
        <source>seen just now</source>
        <translation>刚刚在岗</translation>
    </message>
    <message numerus="yes">
        <source>seen %n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前在岗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on duty nearby</source>
        <translation>
            <numerusform>附近 %n 人在岗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>未结 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>posted in this grid</source>
        <translation>本网格力量</translation>
    </message>
    <message>
        <source>posted in this community</source>
        <translation>本社区力量</translation>
    </message>
    <message>
        <source>posted in this street</source>
        <translation>本街道力量</translation>
    </message>
    <message>
        <source>acts for %1, who is on leave</source>
        <translation>代理休假的%1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>距此 %1</translation>
    </message>
</context>
<context>
    <name>ReplayCommand</name>
    <message>
        <source>%1 cases</source>
        <translation>%1 件案件</translation>
    </message>
    <message>
        <source>--speed must be a number above 0, up to 1000000.</source>
        <translation>--speed 应为大于 0、不超过 1000000 的数。</translation>
    </message>
    <message>
        <source>replaying</source>
        <translation>正在回放</translation>
    </message>
    <message>
        <source>(reading)</source>
        <translation>（读取中）</translation>
    </message>
</context>
<context>
    <name>RoundPaper</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Number and class</source>
        <translation>编号与类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无时限</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>%1: list for the round</source>
        <translation>%1 · 今日巡查单</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Tick the box when it is done and hand the list in.</source>
        <translation>办完打勾，交回此单。</translation>
    </message>
    <message>
        <source>in no community</source>
        <translation>不在任何社区</translation>
    </message>
    <message>
        <source>nobody in charge yet</source>
        <translation>尚未指派</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2 (%n case(s))</source>
        <translation>
            <numerusform>%1 · %2（%n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, continued</source>
        <translation>%1（续）</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>The printer “%1” did not take the list. Print a PDF instead.</source>
        <translation>打印机“%1”没有接受此单。请改为打印成 PDF。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1（%n 件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleBook</name>
    <message>
        <source>“%1” must be a limit such as “15 urgent-minute” or “5 working-day”, and “%2” is none.</source>
        <translation>“%1”必须是“15 urgent-minute”或“5 working-day”这样的时限，“%2”不是时限。</translation>
    </message>
    <message>
        <source>“%1”: the ladder must rise, and %2 does not come after %3.</source>
        <translation>“%1”：催办阶梯必须逐级升高，%2 不能排在 %3 之后。</translation>
    </message>
    <message>
        <source>“%1” must be roles with a comma between them, without spaces.</source>
        <translation>“%1”必须是以英文逗号分隔的角色，不含空格。</translation>
    </message>
    <message>
        <source>“%1”: there is no role “%2”. The roles are: %3.</source>
        <translation>“%1”：没有角色“%2”。可用的角色：%3。</translation>
    </message>
    <message>
        <source>“%1”: there are two rules “%2”.</source>
        <translation>“%1”：规则“%2”重复。</translation>
    </message>
    <message>
        <source>“%1”: there are two rules for the class “%2”.</source>
        <translation>“%1”：分类“%2”有两条规则。</translation>
    </message>
    <message>
        <source>“%1” must name a working calendar and its version, such as CN/1.</source>
        <translation>“%1”必须写明工作日历及其版本，如 CN/1。</translation>
    </message>
    <message>
        <source>This rule book cannot be used. %1</source>
        <translation>此规则集无法使用。%1</translation>
    </message>
</context>
<context>
    <name>RulesOrder</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or is larger than 4 MB.</source>
        <translation>“%1”无法读取，或大于 4 MB。</translation>
    </message>
    <message>
        <source>The rule book names the calendar “%1”, which is not in this store. Import the calendar first.</source>
        <translation>规则指定的日历“%1”不在本数据库中。请先导入该日历。</translation>
    </message>
    <message>
        <source>%1: version %2 is in the store.</source>
        <translation>%1：第 %2 版已在库中。</translation>
    </message>
    <message>
        <source>There is none in this store yet.</source>
        <translation>本数据库中还没有。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>SampleCommand</name>
    <message>
        <source>%1  %2: %3 of %4 drawn with seed %5; %6 confirmed, %7 not, %8 not found, %9 waiting</source>
        <translation>%1  %2：从 %4 件中抽取 %3 件，种子 %5；属实 %6，不属实 %7，未找到 %8，待复查 %9</translation>
    </message>
    <message>
        <source>“%1” is no sampling; “list” names those there are.</source>
        <translation>“%1”不是抽查编号；“list”列出已有的抽查。</translation>
    </message>
    <message>
        <source>Say which month: --month 2026-10.</source>
        <translation>请说明月份：--month 2026-10。</translation>
    </message>
    <message>
        <source>Say how many: --count 50, or a share: --count 5%.</source>
        <translation>请说明数量：--count 50，或比例：--count 5%。</translation>
    </message>
    <message>
        <source>“%1” is nothing to cut by: --by street, department or none.</source>
        <translation>不能按“%1”分层：--by street、department 或 none。</translation>
    </message>
    <message>
        <source>for somebody else: you had it in hand or judged it</source>
        <translation>须由别人复查：您经手或评判过</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>“%1” is no result: confirmed, refuted or missing.</source>
        <translation>“%1”不是结果：confirmed、refuted 或 missing。</translation>
    </message>
    <message>
        <source>Say where the sheet goes: --out FILE.csv</source>
        <translation>请说明表格写到哪里：--out 文件.csv</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what to do: gridward sample STORE draw|list|show|result|sheet</source>
        <translation>请说明做什么：gridward sample 数据库 draw|list|show|result|sheet</translation>
    </message>
</context>
<context>
    <name>SamplingDesk</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>无法写入“%1”：%2</translation>
    </message>
</context>
<context>
    <name>SamplingSheet</name>
    <message>
        <source>Confirmed</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>上报内容</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>复查人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>复查时间</translation>
    </message>
</context>
<context>
    <name>SeatChoice</name>
    <message>
        <source>The account “%1” does not exist or is disabled.</source>
        <translation>账号“%1”不存在或已停用。</translation>
    </message>
    <message>
        <source>%1 is no longer “%2” there; going on as “%3”.</source>
        <translation>%1 在该处已不再担任“%2”；改以“%3”继续。</translation>
    </message>
</context>
<context>
    <name>ServerGuards</name>
    <message>
        <source>The guard “%1” of the store is missing.</source>
        <translation>数据库的守卫“%1”缺失。</translation>
    </message>
    <message>
        <source>The guard “%1” of the store is not the one that the program made; somebody changed it.</source>
        <translation>数据库的守卫“%1”不是程序所建的；有人改动过。</translation>
    </message>
    <message>
        <source>The guard “%1” of the store is switched off.</source>
        <translation>数据库的守卫“%1”已被关闭。</translation>
    </message>
    <message>
        <source>Whether the guards of the store are those that the program made cannot be told: %1 Ask an administrator of the database to check.</source>
        <translation>无法判断数据库的守卫是否为程序所建：%1 请数据库管理员来检查。</translation>
    </message>
</context>
<context>
    <name>ServerLine</name>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>The server does not answer. What is shown may be old; it goes on by itself when the server is back.</source>
        <translation>服务器没有应答。显示的内容可能已旧；服务器恢复后会自动继续。</translation>
    </message>
</context>
<context>
    <name>ServerStatement</name>
    <message>
        <source>The server does not answer. Nothing of this step was kept; try again when it is back.</source>
        <translation>服务器没有应答，本步骤未保存；服务器恢复后请重试。</translation>
    </message>
    <message>
        <source>The server does not let you do this. Ask the administrator for the rights of your post.</source>
        <translation>服务器不允许此操作。请向管理员申请岗位相应的权限。</translation>
    </message>
    <message>
        <source>The store refused this because it contradicts what is there: something of the same name exists already, or something it refers to does not.</source>
        <translation>数据库拒绝了此操作，因为与现有内容矛盾：同名内容已存在，或所引用的内容不存在。</translation>
    </message>
    <message>
        <source>The disk of the server is full. Nothing of this step was kept; have room made there, then try again.</source>
        <translation>服务器磁盘已满，本步骤未保存；请先腾出空间再重试。</translation>
    </message>
    <message>
        <source>The server cannot do this now: %1. Nothing of this step was kept; try again.</source>
        <translation>服务器目前无法执行：%1。本步骤未保存，请重试。</translation>
    </message>
    <message>
        <source>The store could not do this: %1</source>
        <translation>数据库无法执行此操作：%1</translation>
    </message>
    <message>
        <source>Somebody else has been writing to the store for too long. Nothing of this step was kept; try again.</source>
        <translation>其他人写入数据库的时间过长。这一步什么都没有保存；请重试。</translation>
    </message>
    <message>
        <source>Somebody else changed the same at the same moment. Nothing of this step was kept; look at it and try again.</source>
        <translation>其他人在同一时刻改了同一内容。这一步什么都没有保存；请查看后重试。</translation>
    </message>
</context>
<context>
    <name>SignInDesk</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message numerus="yes">
        <source>There were too many wrong attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>错误次数过多，请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The password has to be changed first.</source>
        <translation>须先修改密码。</translation>
    </message>
    <message>
        <source>The new password must be another one than the old one.</source>
        <translation>新密码不能与原密码相同。</translation>
    </message>
    <message>
        <source>A user&apos;s name has 2 to 64 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.</source>
        <translation>用户名由 2 至 64 个文字、数字、点、连字符或下划线组成，以文字或数字开头。</translation>
    </message>
    <message>
        <source>There are accounts in this store: sign in.</source>
        <translation>此数据库已有账号，请登录。</translation>
    </message>
    <message>
        <source>There is a user “%1” who is no administrator. Choose another name.</source>
        <translation>已有用户“%1”，但不是管理员。请换一个用户名。</translation>
    </message>
</context>
<context>
    <name>SimulationOutlines</name>
    <message>
        <source>Feature %1 of “%2” is not as the simulation needs it. Make the file again, or take it from the installation.</source>
        <translation>“%2”的要素 %1 不符合模拟的要求。请重新生成该文件，或使用安装包中的文件。</translation>
    </message>
    <message>
        <source>The demo data file “%1” cannot be opened. Install the demo data again, or name the folder that holds them.</source>
        <translation>无法打开演示数据文件“%1”。请重新安装演示数据，或指明其所在文件夹。</translation>
    </message>
</context>
<context>
    <name>SimulationTable</name>
    <message>
        <source>Line %1 of “%2” is not demo data as the simulation needs it. Mend the line, or take the file from the installation again.</source>
        <translation>“%2”第 %1 行不符合模拟对演示数据的要求。请修正该行，或重新使用安装包中的文件。</translation>
    </message>
    <message>
        <source>The demo data file “%1” cannot be opened. Install the demo data again, or name the folder that holds them.</source>
        <translation>无法打开演示数据文件“%1”。请重新安装演示数据，或指明其所在文件夹。</translation>
    </message>
</context>
<context>
    <name>SqlAccounts</name>
    <message>
        <source>An enabled administrator with a password has to be there, or nobody could change accounts any more. Give somebody else that role first.</source>
        <translation>必须保留一位已启用且设有密码的管理员，否则再无人能修改账号。请先让他人担任管理员。</translation>
    </message>
    <message>
        <source>Passwords, failed attempts and sessions are kept by the program itself; nobody else reads or writes them.</source>
        <translation>密码、失败次数和会话由程序自己保存，其他人不能读写。</translation>
    </message>
    <message>
        <source>The password could not be prepared for the server.</source>
        <translation>无法为服务器准备密码。</translation>
    </message>
    <message>
        <source>“%1” is a login of another store of this server already, and would lose its password there. Take another name.</source>
        <translation>“%1”已是此服务器上另一个数据库的登录名，在那里的密码会因此失效。请换一个名称。</translation>
    </message>
</context>
<context>
    <name>SqlAnalyses</name>
    <message>
        <source>There is no analysis of the name “%1”.</source>
        <translation>没有名为“%1”的分析。</translation>
    </message>
    <message>
        <source>The analysis “%1” was made by %2. Take another name.</source>
        <translation>分析“%1”是 %2 保存的。请换一个名称。</translation>
    </message>
    <message>
        <source>An analysis needs a name of 1 to %1 characters, and a question that is not longer than %2 bytes. Shorten it.</source>
        <translation>分析名称须为 1 到 %1 个字符，问题不得超过 %2 字节。请缩短。</translation>
    </message>
</context>
<context>
    <name>SqlAudit</name>
    <message>
        <source>%1 cannot write into the audit log in the name of %2.</source>
        <translation>%1 不能以 %2 的名义写入审计日志。</translation>
    </message>
    <message>
        <source>The audit log has a gap before entry %1.</source>
        <translation>审计日志在第 %1 条之前有缺失。</translation>
    </message>
    <message>
        <source>Entry %1 of the audit log was changed after it was written.</source>
        <translation>审计日志第 %1 条写入后被改动过。</translation>
    </message>
</context>
<context>
    <name>SqlCaseBatch</name>
    <message>
        <source>A case without a step was given.</source>
        <translation>有案件没有任何步骤。</translation>
    </message>
</context>
<context>
    <name>SqlCases</name>
    <message>
        <source>This is no step of case %1: %2</source>
        <translation>案件 %1 不能执行这一步：%2</translation>
    </message>
    <message>
        <source>A case needs a report with its time before anything else.</source>
        <translation>案件须先有带时间的上报，才能进行其他步骤。</translation>
    </message>
    <message>
        <source>A list by grid or unit takes no other filter than open and overdue.</source>
        <translation>按网格或处置单位列出时，只能再按未结、超期筛选。</translation>
    </message>
    <message>
        <source>There is no case “%1”. Name its id or its number.</source>
        <translation>没有案件“%1”。请写案件的 id 或案件编号。</translation>
    </message>
    <message>
        <source>What case %1 has been through cannot be read; somebody changed the row. Run “gridward check”.</source>
        <translation>案件 %1 的经过无法读取，有人改动了这一行。请运行“gridward check”。</translation>
    </message>
    <message>
        <source>Somebody else was first: this step was based on version %1 of case %2, which is at version %3 now (%4). Look at it again, then decide.</source>
        <translation>别人抢先了一步：此操作依据的是案件 %2 的版本 %1，而该案现在是版本 %3（%4）。请重新查看后再决定。</translation>
    </message>
    <message>
        <source>%1 checked case %2 and may not do “%3” to it: whoever judges a case does not take it in hand. Somebody else has to.</source>
        <translation>%1 核查过案件 %2，不得对其执行“%3”：评判案件的人不得经手处置，须由他人办理。</translation>
    </message>
    <message>
        <source>%1 dispatched or handled case %2 and may not do “%3” to it: nobody judges their own work. Somebody else has to.</source>
        <translation>%1 派遣或处置过案件 %2，不得对其执行“%3”：任何人不得评判自己的工作，须由他人办理。</translation>
    </message>
</context>
<context>
    <name>SqlConnection</name>
    <message>
        <source>Qt&apos;s SQLite driver is missing; install libqt6sql6-sqlite.</source>
        <translation>缺少 Qt 的 SQLite 驱动，请安装 libqt6sql6-sqlite。</translation>
    </message>
    <message>
        <source>Part of the work failed; nothing was kept.</source>
        <translation>有一部分操作失败，没有保留任何更改。</translation>
    </message>
    <message>
        <source>Another program has been writing to the store for too long. Wait until it is done, then try again.</source>
        <translation>另一个程序写入数据库的时间过长。请等它完成后重试。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing of this step was kept; make room, then try again.</source>
        <translation>磁盘已满，此步骤的更改均未保留。请清理磁盘空间后重试。</translation>
    </message>
    <message>
        <source>The disk failed while the store was used. Nothing of this step was kept; see to the disk, then try again.</source>
        <translation>使用数据库时磁盘出错，此步骤的更改均未保留。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>The store may not be written to. Ask for write permission for the file and its folder.</source>
        <translation>没有数据库的写入权限。请申请该文件及其所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>The store cannot be opened. Check the folder and its permissions.</source>
        <translation>无法打开数据库。请检查所在文件夹及其权限。</translation>
    </message>
    <message>
        <source>The store could not do this: %1</source>
        <translation>数据库无法完成此操作：%1</translation>
    </message>
    <message>
        <source>The file is no store, or it is damaged. Name another one, or take the last backup.</source>
        <translation>该文件不是数据库，或已损坏。请指定其他文件，或使用最近的备份。</translation>
    </message>
    <message>
        <source>The store refused this because it contradicts what is there: something of the same name exists already, or something it refers to does not.</source>
        <translation>数据库拒绝了这次写入，因为与已有内容矛盾：同名的内容已存在，或所引用的内容不存在。</translation>
    </message>
    <message>
        <source>Nothing can be written while reading.</source>
        <translation>读取过程中不能写入。</translation>
    </message>
    <message>
        <source>“%1” is no address of a server: %2. Write postgresql://user@host/database.</source>
        <translation>“%1”不是服务器地址：%2。请写作 postgresql://用户@主机/数据库。</translation>
    </message>
    <message>
        <source>Qt&apos;s PostgreSQL driver is missing; install libqt6sql6-psql.</source>
        <translation>缺少 Qt 的 PostgreSQL 驱动，请安装 libqt6sql6-psql。</translation>
    </message>
    <message>
        <source>The server cannot be reached: %1</source>
        <translation>无法连接服务器：%1</translation>
    </message>
    <message>
        <source>The server wants the password of “%1”. Put it into your pass file (~/.pgpass), or sign in at the window.</source>
        <translation>服务器要“%1”的密码。请写入密码文件（~/.pgpass），或在窗口登录。</translation>
    </message>
    <message>
        <source>The server does not know “%1” with that password.</source>
        <translation>服务器不认可“%1”和这个密码。</translation>
    </message>
    <message>
        <source>The server does not let “%1” in: %2</source>
        <translation>服务器不让“%1”进入：%2</translation>
    </message>
    <message>
        <source>The connection to the server broke at the very end of this step, which may have been kept or not. Look at it again before you repeat it.</source>
        <translation>这一步快结束时与服务器的连接断开，结果可能已保存，也可能没有。重做之前请先查看。</translation>
    </message>
</context>
<context>
    <name>SqlDrafts</name>
    <message>
        <source>Nobody is signed in whose draft it could be.</source>
        <translation>无人登录，草稿没有归属。</translation>
    </message>
    <message>
        <source>The draft of this form is too long to be kept (%1 of %2 bytes).</source>
        <translation>表单草稿过长，无法保存（%1 字节，上限 %2 字节）。</translation>
    </message>
</context>
<context>
    <name>SqlInbox</name>
    <message>
        <source>%1 cannot work on the inbox in the name of %2.</source>
        <translation>%1 不能以 %2 的名义处理来件。</translation>
    </message>
    <message>
        <source>There is no row %1 in the inbox.</source>
        <translation>来件箱中没有第 %1 行。</translation>
    </message>
    <message>
        <source>%1 has changed row %2 in the meantime. Look at it again.</source>
        <translation>%1 已在此期间改动了来件 %2，请重新查看。</translation>
    </message>
    <message>
        <source>Nobody was entered as the caller of row %1.</source>
        <translation>来件 %1 没有登记来电人。</translation>
    </message>
</context>
<context>
    <name>SqlPersonal</name>
    <message>
        <source>No caller was entered for case %1.</source>
        <translation>案件 %1 未录入来电人。</translation>
    </message>
    <message>
        <source>There is no household “%1”.</source>
        <translation>没有服务家庭“%1”。</translation>
    </message>
    <message>
        <source>Household %1: there is no grid “%2”.</source>
        <translation>服务家庭 %1：没有网格“%2”。</translation>
    </message>
    <message>
        <source>There is no community “%1” with grids.</source>
        <translation>没有含网格的社区“%1”。</translation>
    </message>
    <message>
        <source>There is no grid “%1”.</source>
        <translation>没有网格“%1”。</translation>
    </message>
    <message>
        <source>The smallest count that is told cannot be below %1.</source>
        <translation>可告知的最小计数不能低于 %1。</translation>
    </message>
    <message>
        <source>They are erased, but another program reads the store: until it ends, what they were is still in the file. Purge once more then.</source>
        <translation>已删除，但另有程序正在读取该库：在其结束之前，原内容仍留在文件中。届时请再清除一次。</translation>
    </message>
    <message>
        <source>They are erased, but what they were is still in the files of the server: only the owner of its tables can have them written anew. Let the owner purge once more.</source>
        <translation>已经清除，但原有内容仍在服务器的文件里：只有这些表的所有者才能让表重写。请所有者再清除一次。</translation>
    </message>
</context>
<context>
    <name>SqlSamplings</name>
    <message>
        <source>“%1” is no month. Write it as 2026-10.</source>
        <translation>“%1”不是月份。请写成 2026-10。</translation>
    </message>
    <message>
        <source>%1 is not over: cases may still be closed in it. Draw from a month that has ended.</source>
        <translation>%1 尚未结束，还可能有案件结案。请抽取已结束的月份。</translation>
    </message>
    <message>
        <source>Say how many cases are to be drawn.</source>
        <translation>请说明抽取多少件。</translation>
    </message>
    <message>
        <source>The seed “%1” is no whole number of up to 20 digits.</source>
        <translation>种子“%1”不是最多 20 位的整数。</translation>
    </message>
    <message>
        <source>There is no division “%1” in this store.</source>
        <translation>数据库中没有区划“%1”。</translation>
    </message>
    <message>
        <source>No case was closed in %1 there.</source>
        <translation>%1 在那里没有结案的案件。</translation>
    </message>
    <message>
        <source>There is no sampling %1. “gridward sample STORE list” names those there are.</source>
        <translation>没有抽查 %1。“gridward sample 数据库 list”列出已有的抽查。</translation>
    </message>
    <message>
        <source>Say why case %1 is not confirmed.</source>
        <translation>请说明案件 %1 为何不属实。</translation>
    </message>
    <message>
        <source>Case %1 was not drawn in sampling %2.</source>
        <translation>案件 %1 不在抽查 %2 中。</translation>
    </message>
    <message>
        <source>Case %1 has been looked at again already, by %2. A result is final.</source>
        <translation>案件 %1 已由 %2 复查。结果不可更改。</translation>
    </message>
    <message>
        <source>%1 had case %2 in hand or judged it, and may not look at it again. Somebody else has to.</source>
        <translation>%1 经手或评判过案件 %2，不得复查。须由别人复查。</translation>
    </message>
    <message>
        <source>Sampling %1 of %2 is not what its seed makes of its population; somebody changed it.</source>
        <translation>抽查 %1（%2）与种子和总体得出的不符；有人改动过。</translation>
    </message>
    <message>
        <source>Sampling %1: %2 looked again at case %3, which they had in hand or judged.</source>
        <translation>抽查 %1：%2 复查了自己经手或评判过的案件 %3。</translation>
    </message>
</context>
<context>
    <name>SqlStore</name>
    <message>
        <source>There is another version %1 of the rule book in the store. What cases were decided by is never changed: give the new one a higher version.</source>
        <translation>数据库中已有另一份版本为 %1 的规则。办案所依据的规则从不改动：请为新规则使用更高的版本号。</translation>
    </message>
    <message>
        <source>There is another working calendar %1 in the store. What deadlines were counted with is never changed: give the new one a higher version.</source>
        <translation>数据库中已有另一份工作日历 %1。计算时限所依据的日历从不改动：请为新日历使用更高的版本号。</translation>
    </message>
    <message>
        <source>The rules or calendars of the store cannot be read; somebody changed the file. Take the last backup.</source>
        <translation>数据库中的规则或日历无法读取，有人改动了文件。请改用最近的备份。</translation>
    </message>
    <message>
        <source>The end of the log of case %1 is not the one its row was made of.</source>
        <translation>案件 %1 的日志末尾与其记录不符。</translation>
    </message>
    <message>
        <source>This is no unfinished copy of a store.</source>
        <translation>这不是未完成的数据库副本。</translation>
    </message>
    <message>
        <source>This is the unfinished copy of another store. Go on with it: run the same “gridward migrate” again.</source>
        <translation>这是另一个数据库的未完成副本。请再次执行同一“gridward migrate”命令，继续复制。</translation>
    </message>
</context>
<context>
    <name>StaffCommand</name>
    <message>
        <source>--%1 must be a day such as 2026-11-20.</source>
        <translation>--%1 必须是日期，例如 2026-11-20。</translation>
    </message>
    <message>
        <source>There is no street or grid “%1” in this store.</source>
        <translation>本数据库中没有街道或网格“%1”。</translation>
    </message>
    <message>
        <source> (away; %1 acts)</source>
        <translation>（休假，%1 代理）</translation>
    </message>
    <message>
        <source> (away; nobody acts)</source>
        <translation>（休假，无代理）</translation>
    </message>
    <message>
        <source>vacant</source>
        <translation>空岗</translation>
    </message>
    <message numerus="yes">
        <source>%n vacant post(s).</source>
        <translation>
            <numerusform>%n 个空岗。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything is covered in the next %n hour(s).</source>
        <translation>
            <numerusform>未来 %n 小时全部有人值守。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2: %3 hands over to %4 at %5.</source>
        <translation>%1 %2：%3 于 %5 交班给 %4。</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Written.</source>
        <translation>已写入。</translation>
    </message>
    <message>
        <source>Say the last day of the duty with --to.</source>
        <translation>请用 --to 说明职责的最后一天。</translation>
    </message>
    <message>
        <source>--kind must be one of: %1</source>
        <translation>--kind 必须是下列之一：%1</translation>
    </message>
    <message>
        <source>“%1” is no need such as manager=1 or key:police=2.</source>
        <translation>“%1”不是配置要求，正确写法例如 manager=1 或 key:police=2。</translation>
    </message>
    <message>
        <source>“%1” is no need such as street@street=1@08:00-18:00.</source>
        <translation>“%1”不是值守要求，正确写法例如 street@street=1@08:00-18:00。</translation>
    </message>
    <message>
        <source>Say what to do: gridward staff STORE matrix|vacancies|roster|uncovered|assign|end|leave|handover|needs|coverage</source>
        <translation>请说明要做什么：gridward staff STORE matrix|vacancies|roster|uncovered|assign|end|leave|handover|needs|coverage</translation>
    </message>
    <message>
        <source>sheet %1, row %2: %3</source>
        <translation>工作表 %1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>sheet %1, row %2, column %3: %4</source>
        <translation>工作表 %1 第 %2 行 %3 列：%4</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more; --json lists them all.</source>
        <translation>
            <numerusform>……另有 %n 处，--json 可列出全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed.</source>
        <translation>%1：新增 %2，变更 %3。</translation>
    </message>
    <message>
        <source>staff: %1 rows read, %2 taken (%3 of them as they were), %4 refused.</source>
        <translation>人员：读取 %1 行，接受 %2 行（其中 %3 行无变化），拒绝 %4 行。</translation>
    </message>
    <message>
        <source>This was a preview; nothing was written.</source>
        <translation>这是预览，未写入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s) about staff written.</source>
        <translation>
            <numerusform>%1：已写出 %n 行人员数据。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffKeeper</name>
    <message>
        <source>There is nobody with the id “%1”.</source>
        <translation>没有编号为“%1”的人员。</translation>
    </message>
    <message>
        <source>There is no organisation “%1”.</source>
        <translation>没有组织“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no code of a grid or division of the district.</source>
        <translation>“%1”不是本区网格或区划的编码。</translation>
    </message>
    <message>
        <source>That person has this role there at that time already.</source>
        <translation>该人员在此时段已在该处担任这一职责。</translation>
    </message>
    <message>
        <source>There is no such duty any more.</source>
        <translation>该职责已不存在。</translation>
    </message>
    <message>
        <source>There is no such hand-over.</source>
        <translation>没有这条交接记录。</translation>
    </message>
    <message>
        <source>%1 has acknowledged this hand-over already.</source>
        <translation>%1 已确认过这次交接。</translation>
    </message>
    <message>
        <source>Somebody needs an id and a name.</source>
        <translation>人员必须有编号和姓名。</translation>
    </message>
    <message>
        <source>A post needs a code, a name and a head count of one or more.</source>
        <translation>岗位必须有编码、名称，编制不少于一人。</translation>
    </message>
    <message>
        <source>Say from which day on; the last day may not lie before it.</source>
        <translation>请说明开始日期，最后一天不得早于它。</translation>
    </message>
    <message>
        <source>A need names a role, a level of grids or none, and a number.</source>
        <translation>配置要求须写明职责、网格级别（可不写）和人数。</translation>
    </message>
    <message>
        <source>A need names a post, where it is, how many cover it and from when to when.</source>
        <translation>值守要求须写明岗位、地点、人数和起止时间。</translation>
    </message>
</context>
<context>
    <name>StaffReader</name>
    <message>
        <source>It says the same as an earlier row.</source>
        <translation>与前面的某一行内容相同。</translation>
    </message>
    <message>
        <source>It has no person number or no name.</source>
        <translation>没有人员编号或姓名。</translation>
    </message>
    <message>
        <source>The number %1 belongs to two people: “%2” and “%3”.</source>
        <translation>编号 %1 属于两个人：“%2”和“%3”。</translation>
    </message>
    <message>
        <source>The role “%1” is unknown. Use %2, or add it to the district&apos;s roles.</source>
        <translation>角色“%1”无法识别。请使用 %2，或把它加入本区的角色。</translation>
    </message>
    <message>
        <source>“%1” is no code of a grid or division of the district.</source>
        <translation>“%1”不是本区任何网格或区划的编码。</translation>
    </message>
    <message>
        <source>“%1” is no date. Write it as 2026-03-05.</source>
        <translation>“%1”不是日期，请写成 2026-03-05 的形式。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>Command centre watch</source>
        <translation>指挥中心值班</translation>
    </message>
    <message>
        <source>Street office watch</source>
        <translation>街道值班</translation>
    </message>
    <message>
        <source>Grid duty</source>
        <translation>网格值守</translation>
    </message>
    <message>
        <source>annual leave</source>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick leave</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>family leave</source>
        <translation>事假（家庭）</translation>
    </message>
    <message>
        <source>training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>seconded elsewhere</source>
        <translation>借调</translation>
    </message>
    <message>
        <source>other absence</source>
        <translation>其他缺勤</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>汉语</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>至另行通知</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>StaffWorkbook</name>
    <message>
        <source>This cell is empty.</source>
        <translation>单元格为空。</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>超过 %1 个字符。</translation>
    </message>
    <message>
        <source>“%1” is no day such as 2026-11-20.</source>
        <translation>“%1”不是日期，正确写法例如 2026-11-20。</translation>
    </message>
    <message>
        <source>“%1” is no time such as 2026-11-20 08:00.</source>
        <translation>“%1”不是时间，正确写法例如 2026-11-20 08:00。</translation>
    </message>
    <message>
        <source>“%1” is no number from 1 to 10000.</source>
        <translation>“%1”不是 1 至 10000 的数。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>此处没有“%1”。</translation>
    </message>
    <message>
        <source>“%1” is neither 1 nor 0.</source>
        <translation>“%1”既不是 1 也不是 0。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation>“%1”不在下列之中：%2。</translation>
    </message>
    <message>
        <source>Row %1 says the same already.</source>
        <translation>第 %1 行已有相同内容。</translation>
    </message>
</context>
<context>
    <name>Staffing</name>
    <message>
        <source>Say who is away, from which day to which.</source>
        <translation>请说明谁休假、从哪天到哪天。</translation>
    </message>
    <message>
        <source>Nobody is their own deputy. Choose somebody else, or nobody.</source>
        <translation>不能自己代理自己，请另选他人或不设代理。</translation>
    </message>
    <message>
        <source>That person is away from %1 to %2 already. Change that leave, or choose other days.</source>
        <translation>该人员在 %1 至 %2 已登记休假，请修改该次休假或另选日期。</translation>
    </message>
    <message>
        <source>The deputy is away from %1 to %2. Choose somebody else.</source>
        <translation>代理人在 %1 至 %2 休假，请另选他人。</translation>
    </message>
    <message>
        <source>Say who takes which role in which grid.</source>
        <translation>请说明谁在哪个网格担任什么职责。</translation>
    </message>
    <message>
        <source>Say from which day on.</source>
        <translation>请说明开始日期。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最后一天早于第一天。</translation>
    </message>
</context>
<context>
    <name>Stamp</name>
    <message>
        <source>Made by %1, %2</source>
        <translation>制作人：%1，%2</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Closed in time</source>
        <translation>按期结案率</translation>
    </message>
    <message>
        <source>Overdue, not closed</source>
        <translation>超期未结案</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Cases in the street that were registered in the month. All the other figures are of these cases, as they stand now.</source>
        <translation>当月在本街道登记的案件数。其他数字都只统计这些案件，按现在的状态计算。</translation>
    </message>
    <message>
        <source>Those that are closed or archived.</source>
        <translation>其中已结案或已归档的件数。</translation>
    </message>
    <message>
        <source>Those that a unit sent back at least once.</source>
        <translation>其中被处置单位回退过至少一次的件数。</translation>
    </message>
    <message>
        <source>Those that were sent back for rework at least once. Rework rate = these ÷ handed in at least once.</source>
        <translation>其中返工过至少一次的件数。返工率 = 返工件数 ÷ 至少反馈过一次的件数。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>In-time closing = closed without the handling limit ever having passed ÷ due to close. Due to close = closed, or open with the limit ever having passed. Cases exempted by an appeal are left out.</source>
        <translation>按期结案率 = 处置时限从未超过而结案的 ÷ 应结案数。应结案数 = 已结案，或未结案而处置时限曾经超过。申诉成立免责的案件不计。</translation>
    </message>
    <message>
        <source>Those that are open and whose handling limit has ever passed, whoever has them now; without those exempted by an appeal. The queue “Overdue or due soon” counts what is with the office now, whenever it was registered.</source>
        <translation>其中未结案而处置时限曾经超过的，不论现在由谁处置；申诉成立免责的不计。队列“超期或临期”统计的是现在在本街道手上的案件，不论何时登记。</translation>
    </message>
</context>
<context>
    <name>StepWhy</name>
    <message>
        <source>not while the case is “%1”</source>
        <translation>案件处于“%1”状态时不可操作</translation>
    </message>
    <message>
        <source>not as %1 (%2)</source>
        <translation>%1（%2）无此权限</translation>
    </message>
    <message>
        <source>not in your part of the district</source>
        <translation>不在您的辖区</translation>
    </message>
    <message>
        <source>not as %1 while the case is “%2”</source>
        <translation>案件为“%2”时，%1无权操作</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Extension asked for; the dispatcher decides</source>
        <translation>已申请延期，由派遣员批复</translation>
    </message>
    <message>
        <source>Suspension asked for; the dispatcher decides</source>
        <translation>已申请挂账，由派遣员批复</translation>
    </message>
    <message>
        <source>Appeal lodged; it waits for the decision</source>
        <translation>已提出申诉，等待裁定</translation>
    </message>
    <message>
        <source>Extension granted</source>
        <translation>已批准延期</translation>
    </message>
    <message>
        <source>Extension denied</source>
        <translation>未批准延期</translation>
    </message>
    <message>
        <source>Suspension granted</source>
        <translation>已批准挂账</translation>
    </message>
    <message>
        <source>Suspension denied</source>
        <translation>未批准挂账</translation>
    </message>
    <message>
        <source>Appeal upheld</source>
        <translation>申诉成立</translation>
    </message>
    <message>
        <source>Appeal denied</source>
        <translation>申诉不成立</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>已延期</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Verified as true</source>
        <translation>核实属实</translation>
    </message>
    <message>
        <source>Send to verify</source>
        <translation>派人核实</translation>
    </message>
    <message>
        <source>Verified: the report is true</source>
        <translation>核实属实</translation>
    </message>
    <message>
        <source>Somebody is sent to verify it</source>
        <translation>已派人核实</translation>
    </message>
    <message>
        <source>Grant the extension</source>
        <translation>同意延期</translation>
    </message>
    <message>
        <source>Deny the extension</source>
        <translation>不同意延期</translation>
    </message>
    <message>
        <source>Grant the suspension</source>
        <translation>同意挂账</translation>
    </message>
    <message>
        <source>Deny the suspension</source>
        <translation>不同意挂账</translation>
    </message>
    <message>
        <source>Uphold the appeal</source>
        <translation>申诉成立</translation>
    </message>
    <message>
        <source>Deny the appeal</source>
        <translation>申诉不成立</translation>
    </message>
</context>
<context>
    <name>StoreCheck</name>
    <message>
        <source>Division %1 belongs to %2, which is not there.</source>
        <translation>区划 %1 属于 %2，但后者不存在。</translation>
    </message>
    <message>
        <source>Grid %1 belongs to %2, which is not there.</source>
        <translation>网格 %1 属于 %2，但后者不存在。</translation>
    </message>
    <message>
        <source>The log of case %1 was changed: event %2 does not have its hash. Compare with a backup.</source>
        <translation>案件 %1 的日志被改动：事件 %2 与其哈希值不符。请与备份比较。</translation>
    </message>
    <message>
        <source>The log of case %1 is no history: %2.</source>
        <translation>案件 %1 的日志无法还原案件经过：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Case %1 is not what its %n event(s) make of it; somebody changed the row.</source>
        <translation>
            <numerusform>案件 %1 的记录与由其 %n 个事件得出的结果不一致，记录被改动过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1, event %2: “%3” was not possible then.</source>
        <translation>案件 %1 的事件 %2：当时不能执行“%3”。</translation>
    </message>
    <message>
        <source>Case %1, event %2 is earlier than the one before it.</source>
        <translation>案件 %1 的事件 %2 早于前一个事件。</translation>
    </message>
    <message>
        <source>Case %1 lies in grid %2, not in %3.</source>
        <translation>案件 %1 位于网格 %2，不在 %3。</translation>
    </message>
    <message>
        <source>Case %1 names %2, which is not there.</source>
        <translation>案件 %1 引用了 %2，但后者不存在。</translation>
    </message>
    <message>
        <source>Case %1 names another community or street than its grid %2.</source>
        <translation>案件 %1 的社区或街道与其网格 %2 的不同。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>Case %1 names no grid, but lies in %2: it came before the grids did.</source>
        <translation>案件 %1 未注明网格，但位于 %2：案件录入时还没有网格。</translation>
    </message>
    <message>
        <source>The evidence of case %1 is not what its log says.</source>
        <translation>案件 %1 的附件与日志记载不符。</translation>
    </message>
    <message>
        <source>Unit %1 has %2 open cases, but the store counts %3; somebody changed the file. Take the last backup.</source>
        <translation>单位 %1 有 %2 件未结案件，数据库却记为 %3 件；文件被人改动过。请使用最近的备份。</translation>
    </message>
    <message>
        <source>Case %1, event %2: %3 did “%4” after “%5” in event %6. Nobody judges their own work.</source>
        <translation>案件 %1 的事件 %2：%3 在事件 %6 中执行过“%5”，又执行了“%4”。任何人不得评判自己的工作。</translation>
    </message>
    <message>
        <source>Case %1 is open, but stands in nobody&apos;s queue while it is “%2”.</source>
        <translation>案件 %1 未结，但处于“%2”状态时不在任何人的待办队列中。</translation>
    </message>
    <message>
        <source>The deadlines of case %1 are not what its events and the rules make of them: %2</source>
        <translation>案件 %1 的时限与其事件和规则推算的不符：%2</translation>
    </message>
    <message>
        <source>Case %1, event %2: what is taken back is not what was before.</source>
        <translation>案件 %1 第 %2 步：撤回后的内容与撤回前一步之前不一致。</translation>
    </message>
    <message>
        <source>What the indicators count of case %1 is not what its events make of it; somebody changed case_milestones.</source>
        <translation>案件 %1 的指标统计数据与其流转日志不符；有人改动过 case_milestones。</translation>
    </message>
    <message>
        <source>Task %1 of %2 is open, but no case has sent them: its log knows nothing of it. Somebody changed the file.</source>
        <translation>任务 %1（%2）未完成，但没有案件派过：案件日志中没有它。有人改动了文件。</translation>
    </message>
    <message>
        <source>Task %1 of case %2 is not what its log says. Somebody changed the file.</source>
        <translation>案件 %2 的任务 %1 与其日志不符。有人改动了文件。</translation>
    </message>
    <message>
        <source>Case %1 has sent %2 to look at it, but there is no such open task. Somebody changed the file.</source>
        <translation>案件 %1 派了 %2 去看，但没有相应的未完成任务。有人改动了文件。</translation>
    </message>
</context>
<context>
    <name>StoreGuard</name>
    <message>
        <source>%1 (role %2) lacks the permission “%3”.</source>
        <translation>%1（角色 %2）没有“%3”权限。</translation>
    </message>
    <message>
        <source>%1 (role %2) has the permission “%3” for their own only.</source>
        <translation>%1（角色 %2）的权限“%3”仅限本人。</translation>
    </message>
    <message>
        <source>%1 (role %2) has the permission “%3” for what is with their unit only.</source>
        <translation>%1（角色 %2）的权限“%3”仅限本单位。</translation>
    </message>
    <message>
        <source>%1 (role %2) has the permission “%3” in the area %4 only.</source>
        <translation>%1（角色 %2）的权限“%3”仅限辖区 %4。</translation>
    </message>
    <message>
        <source>Case %1 lies outside the area of %2 (%3).</source>
        <translation>案件 %1 不在 %2 的管辖范围（%3）内。</translation>
    </message>
    <message>
        <source>Case %1 is not with the unit of %2.</source>
        <translation>案件 %1 不在 %2 所属的处置单位。</translation>
    </message>
    <message>
        <source>There are accounts in this store: sign in.</source>
        <translation>本库设有账号：请登录。</translation>
    </message>
    <message>
        <source>The account “%1” does not exist or is disabled.</source>
        <translation>账号“%1”不存在或已停用。</translation>
    </message>
    <message>
        <source>%1 is no longer “%2” there. Choose a post that is theirs.</source>
        <translation>%1 在该处已不再担任“%2”。请选择其现任岗位。</translation>
    </message>
    <message>
        <source>%1 cannot take a step in the name of %2.</source>
        <translation>%1 不能以 %2 的名义办理。</translation>
    </message>
</context>
<context>
    <name>StoreLocation</name>
    <message>
        <source>No file or store was named.</source>
        <translation>没有指定文件或数据库。</translation>
    </message>
    <message>
        <source>“%1” is neither a file nor a postgresql:// address.</source>
        <translation>“%1”既不是文件，也不是 postgresql:// 地址。</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check the name and the folder.</source>
        <translation>没有文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Ask its owner for permission.</source>
        <translation>没有读取“%1”的权限。请联系文件所有者授权。</translation>
    </message>
</context>
<context>
    <name>StoreMove</name>
    <message>
        <source>Row %1 of table “%2” has something in “%3” that no store writes. Let “gridward check” look at the store.</source>
        <translation>表“%2”第 %1 行的“%3”中有数据库不会写入的内容。请用“gridward check”检查数据库。</translation>
    </message>
    <message>
        <source>Table “%1”: %2</source>
        <translation>表“%1”：%2</translation>
    </message>
    <message>
        <source>A copy was begun there, but %1. Two states are never mixed: begin anew with --anew, which takes that copy away.</source>
        <translation>那里已有一份未完成的副本，但%1。绝不混合两种状态：请用 --anew 重新开始，该副本将被删除。</translation>
    </message>
    <message>
        <source>the store was written to since (its log was at %1 and is at %2)</source>
        <translation>原数据库此后有新的写入（日志原在 %1，现在 %2）</translation>
    </message>
    <message>
        <source>comparing %1</source>
        <translation>正在比较 %1</translation>
    </message>
    <message>
        <source>table “%1” of the store is not what was copied</source>
        <translation>原数据库的表“%1”与已复制的内容不同</translation>
    </message>
    <message>
        <source>Table “%1” has other columns in the copy than in the store; nothing more was copied. Begin anew with --anew, by one version of Gridward.</source>
        <translation>副本中的表“%1”与原数据库的列不同，未再复制。请用同一版本的 Gridward 加 --anew 重新开始。</translation>
    </message>
    <message>
        <source>copying %1</source>
        <translation>正在复制 %1</translation>
    </message>
    <message>
        <source>proving %1</source>
        <translation>正在验证 %1</translation>
    </message>
    <message>
        <source>looking at the copy as a whole</source>
        <translation>正在整体检查副本</translation>
    </message>
    <message>
        <source>The log of case %1 is broken at step %2, in the copy as in the store if the tables are equal: let “gridward check” look at it.</source>
        <translation>案件 %1 的日志在第 %2 步断裂；若各表相同，则原数据库中也是如此：请用“gridward check”检查。</translation>
    </message>
    <message>
        <source>counting logs of cases anew</source>
        <translation>正在重新计算案件日志</translation>
    </message>
    <message>
        <source>Stopped. What was copied is kept: run the same command again to go on.</source>
        <translation>已停止。已复制的内容予以保留：再次执行同一命令即可继续。</translation>
    </message>
    <message>
        <source>Another “gridward migrate” is writing into this database. Wait until it is done.</source>
        <translation>另一个“gridward migrate”正在写入该数据库。请等它完成。</translation>
    </message>
    <message>
        <source>There is a file “%1” already; it was left alone. Name another, or move that one away.</source>
        <translation>文件“%1”已经存在，未作改动。请换一个文件名，或先移走该文件。</translation>
    </message>
    <message>
        <source>“%1” is in the way: it is no unfinished copy of a store. Move it away, or name another store.</source>
        <translation>“%1”占用了位置：它不是未完成的数据库副本。请移走它，或指定另一个数据库。</translation>
    </message>
    <message>
        <source>Another “gridward migrate” is writing “%1”. Wait until it is done.</source>
        <translation>另一个“gridward migrate”正在写入“%1”。请等它完成。</translation>
    </message>
    <message>
        <source>“%1” cannot be made. Ask for write permission for the folder.</source>
        <translation>无法建立“%1”。请申请该文件夹的写入权限。</translation>
    </message>
</context>
<context>
    <name>StoreSeat</name>
    <message>
        <source>--speed and --from play a demo, and “%1” is none. “gridward demo” makes one.</source>
        <translation>--speed 和 --from 用于播放演示，而“%1”不是演示。可用“gridward demo”生成一个。</translation>
    </message>
    <message>
        <source>The demo “%1” stands at %2: --from cannot be before that. Leave it out, or make a fresh demo.</source>
        <translation>演示“%1”已进行到 %2：--from 不能早于该时刻。请省略它，或重新生成演示。</translation>
    </message>
</context>
<context>
    <name>StoreThread</name>
    <message>
        <source>No store is open.</source>
        <translation>没有打开数据库。</translation>
    </message>
    <message>
        <source>The store does not answer: another program holds it, or its disk does not answer. What is shown may be old; it goes on by itself.</source>
        <translation>数据库没有应答：被其他程序占用，或磁盘没有应答。显示的内容可能已旧；恢复后会自动继续。</translation>
    </message>
</context>
<context>
    <name>StreetCommand</name>
    <message>
        <source>Say which street: --street CODE.</source>
        <translation>请指明街道：--street CODE。</translation>
    </message>
    <message>
        <source>There is no street “%1” in this store.</source>
        <translation>此数据库中没有街道“%1”。</translation>
    </message>
    <message>
        <source>Say where the list goes: --out FILE.pdf, or --json.</source>
        <translation>请指明写到哪里：--out FILE.pdf，或 --json。</translation>
    </message>
    <message>
        <source>The stamp stands on the pages, but not in the information of the PDF.</source>
        <translation>打印人和时间已印在页面上，但未能写入 PDF 的文件信息。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 (the month before: %3)</source>
        <translation>%1：%2（上月：%3）</translation>
    </message>
    <message>
        <source>“%1” is neither list nor standing.</source>
        <translation>“%1”既不是 list 也不是 standing。</translation>
    </message>
    <message>
        <source>%1 works on %2 only.</source>
        <translation>%1 只在 %2 工作。</translation>
    </message>
    <message>
        <source>Of %1 alone, which is all that %2 sees of the street.</source>
        <translation>仅限%1：%2 在该街道只能看到这一部分。</translation>
    </message>
</context>
<context>
    <name>StreetDesk</name>
    <message>
        <source>%1 sees single cases of this street only: its list and its figures would leave out those of others.</source>
        <translation>%1 只能看到该街道的个别案件：巡查单和数字会漏掉其他单位的案件。</translation>
    </message>
</context>
<context>
    <name>TableWorkbook</name>
    <message>
        <source>This installation of GDAL cannot write workbooks (%1).</source>
        <translation>本机的 GDAL 不能写工作簿（%1）。</translation>
    </message>
    <message>
        <source>A workbook needs the ending .xlsx or .ods; “%1” has another one.</source>
        <translation>工作簿的扩展名须为 .xlsx 或 .ods；“%1”不是。</translation>
    </message>
</context>
<context>
    <name>TriageWords</name>
    <message>
        <source>a case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>案件 %1</translation>
    </message>
    <message>
        <source>On their own again: %1.</source>
        <translation>已恢复单独处理：%1。</translation>
    </message>
    <message>
        <source>Merged into row %1: %2.</source>
        <translation>已合并到来件 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 件来件</numerusform>
        </translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>来件 %1</translation>
    </message>
    <message>
        <source>rows %1</source>
        <translation>来件 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Classified: %1.</source>
        <translation>已定类：%1。</translation>
    </message>
    <message>
        <source>Located: %1.</source>
        <translation>已定位：%1。</translation>
    </message>
    <message>
        <source>Given a level: %1.</source>
        <translation>已定级别：%1。</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>不予受理：%1.</translation>
    </message>
    <message>
        <source>Row %1 is registered as %2.</source>
        <translation>来件 %1 已登记为%2。</translation>
    </message>
    <message>
        <source>Registered as cases: %1.</source>
        <translation>已登记为案件：%1。</translation>
    </message>
    <message>
        <source>Joined to %1: %2.</source>
        <translation>已并入%1：%2。</translation>
    </message>
    <message>
        <source>Taken back: the class of %1.</source>
        <translation>已撤销定类：%1。</translation>
    </message>
    <message>
        <source>Taken back: the place of %1.</source>
        <translation>已撤销定位：%1。</translation>
    </message>
    <message>
        <source>Taken back: the level of %1.</source>
        <translation>已撤销级别：%1。</translation>
    </message>
    <message>
        <source>Taken back: the merging of %1.</source>
        <translation>已撤销合并：%1。</translation>
    </message>
    <message>
        <source>Taken back: the refusal of %1.</source>
        <translation>已撤销不予受理：%1。</translation>
    </message>
    <message>
        <source>Row %1 has become %2: that is not taken back here.</source>
        <translation>来件 %1 已成为%2，在此不能撤销。</translation>
    </message>
    <message>
        <source>%1 have become cases: that is not taken back here.</source>
        <translation>%1已成为案件，在此不能撤销。</translation>
    </message>
    <message>
        <source>A case that is none is refused or declared void at the call desk (F3). Nothing was changed.</source>
        <translation>不应成案的，请在受理台（F3）不予受理或作废。未作任何改动。</translation>
    </message>
    <message>
        <source>Row %1 cannot be registered: it has ended (%2).</source>
        <translation>来件 %1 不能登记：已办结（%2）。</translation>
    </message>
    <message>
        <source>Row %1 cannot be registered by itself: it is one with row %2.</source>
        <translation>来件 %1 不能单独登记：已与来件 %2 合并。</translation>
    </message>
    <message>
        <source>Row %1 cannot be registered: it has no place (L) and no class (K) yet.</source>
        <translation>来件 %1 不能登记：还没有位置（L）和类别（K）。</translation>
    </message>
    <message>
        <source>Row %1 cannot be registered: it has no class yet (K).</source>
        <translation>来件 %1 不能登记：还没有类别（K）。</translation>
    </message>
    <message>
        <source>Row %1 cannot be registered: it has no place yet (L).</source>
        <translation>来件 %1 不能登记：还没有位置（L）。</translation>
    </message>
</context>
<context>
    <name>UtmPlane</name>
    <message>
        <source>The place %1, %2 has no UTM zone; areas cannot be measured there. Check the coordinate system of the file.</source>
        <translation>位置 %1, %2 没有对应的 UTM 带，无法在此测算面积。请检查文件的坐标系。</translation>
    </message>
    <message>
        <source>The coordinate systems of PROJ cannot be loaded. Install the program again.</source>
        <translation>无法加载 PROJ 的坐标系数据，请重新安装本程序。</translation>
    </message>
</context>
<context>
    <name>WallContent</name>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>No post has to be covered.</source>
        <translation>没有需要值守的岗位。</translation>
    </message>
    <message>
        <source>%1 of %2 there</source>
        <translation>在岗 %1 人，应到 %2 人</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Nobody is on duty</source>
        <translation>无人值守</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Hours that nobody covers</source>
        <translation>无人值守时段</translation>
    </message>
    <message>
        <source>Every post is covered.</source>
        <translation>各岗位均有人值守。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 交给 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Grids that lack one of their people</source>
        <translation>人员不齐的网格</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Every grid has its people.</source>
        <translation>各网格人员齐备。</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Scene released %1</source>
        <translation>%1 现场已撤离</translation>
    </message>
    <message>
        <source>Nobody is at the scene yet</source>
        <translation>尚无人到达现场</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>值守人员</translation>
    </message>
    <message>
        <source>%1 at the scene, not heard of since %2</source>
        <translation>%1 在现场，%2 后无签到</translation>
    </message>
    <message>
        <source>%1 at the scene, last heard of %2</source>
        <translation>%1 在现场，最近签到 %2</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>距%2 %1</translation>
    </message>
    <message>
        <source>Since %1, %2</source>
        <translation>自 %1，%2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>已 %1</translation>
    </message>
    <message>
        <source>Clocks of the stages</source>
        <translation>各环节用时</translation>
    </message>
    <message>
        <source>No stage has begun.</source>
        <translation>尚未进入任何环节。</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>Called and arrived</source>
        <translation>吹哨与报到</translation>
    </message>
    <message>
        <source>No department has been called.</source>
        <translation>尚未吹哨。</translation>
    </message>
    <message>
        <source>called %1</source>
        <translation>%1 呼叫</translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>%1 报到</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>%1 应答</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚未应答</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>%1 见到</translation>
    </message>
    <message>
        <source>Near it, in a straight line</source>
        <translation>周边力量与场所（直线距离）</translation>
    </message>
    <message>
        <source>Nothing is known within %1.</source>
        <translation>%1 范围内没有登记的力量或场所。</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>评价指标</translation>
    </message>
    <message>
        <source>this month, %1</source>
        <translation>本月 %1</translation>
    </message>
    <message>
        <source>Where cases became more</source>
        <translation>案件明显增多的区域</translation>
    </message>
    <message>
        <source>Where they became fewer</source>
        <translation>案件明显减少的区域</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对比 %2</translation>
    </message>
    <message>
        <source>Nowhere surely more than in the same days of last month.</source>
        <translation>没有区域比上月同期明显增多。</translation>
    </message>
    <message>
        <source>Nowhere surely fewer than in the same days of last month.</source>
        <translation>没有区域比上月同期明显减少。</translation>
    </message>
    <message>
        <source>%1 cases/km²</source>
        <translation>%1 件/平方公里</translation>
    </message>
    <message>
        <source>%1 → %2 cases</source>
        <translation>%1 → %2 件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Urgent: orange and red</source>
        <translation>紧急：橙色与红色</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>最新动态</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无动态。</translation>
    </message>
    <message>
        <source>Streets by open cases</source>
        <translation>各街道未结案件</translation>
    </message>
    <message>
        <source>Load of the units</source>
        <translation>处置单位在办</translation>
    </message>
    <message>
        <source>No unit has an open case.</source>
        <translation>各单位均无未结案件。</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>未结 %1 件</translation>
    </message>
    <message>
        <source>of %1 needed</source>
        <translation>应到 %1 人</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>对比 %1</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>超期 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n grid(s)</source>
        <translation>
            <numerusform>%n 个网格</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lacking</source>
        <translation>%1 个缺人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>late; begun again since</source>
        <translation>超时，其间重新开始</translation>
    </message>
</context>
<context>
    <name>WallFigure</name>
    <message>
        <source>cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>grids</source>
        <translation>个网格</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>个岗位</translation>
    </message>
    <message>
        <source>cases/km²</source>
        <translation>件/平方公里</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>today so far</source>
        <translation>今日至今</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>last 14 days</source>
        <translation>近 14 天</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>next 24 hours</source>
        <translation>未来 24 小时</translation>
    </message>
    <message>
        <source>this month so far</source>
        <translation>本月至今</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
</context>
<context>
    <name>WallQueries</name>
    <message>
        <source>There is no such case, or it is not yours.</source>
        <translation>没有这件案件，或您无权查看。</translation>
    </message>
</context>
<context>
    <name>WallScene</name>
    <message>
        <source>“%1” is on the scene twice: leave one of them out.</source>
        <translation>“%1”在场景中出现两次：请去掉一个。</translation>
    </message>
    <message>
        <source>“%1” must hold 1 to %2 tiles.</source>
        <translation>“%1”必须有 1 至 %2 个图块。</translation>
    </message>
    <message>
        <source>“%1” must be hours of the day as in 07:00-19:00, not “%2”.</source>
        <translation>“%1”必须是一天中的时段，如 07:00-19:00，而不是“%2”。</translation>
    </message>
    <message>
        <source>“%1” must be of small letters, digits and hyphens, begin with a letter and have 40 characters at the most, not “%2”.</source>
        <translation>“%1”只能用小写字母、数字和连字符，以字母开头，最多 40 个字符，而不是“%2”。</translation>
    </message>
    <message>
        <source>“columns” must hold 1 to %1 columns.</source>
        <translation>“columns”必须有 1 至 %1 列。</translation>
    </message>
    <message>
        <source>The scene cannot be read: %1.</source>
        <translation>无法读取场景：%1。</translation>
    </message>
    <message>
        <source>It is too large for a scene: at most %1 bytes.</source>
        <translation>作为场景文件过大：最多 %1 字节。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” cannot be deleted: %2.</source>
        <translation>无法删除“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>WallTile</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Open, overdue, urgent, to check</source>
        <translation>未结、超期、紧急、待核查</translation>
    </message>
    <message>
        <source>Burning cases</source>
        <translation>火急案件</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>最新动态</translation>
    </message>
    <message>
        <source>Today against the usual day</source>
        <translation>今日与平日对比</translation>
    </message>
    <message>
        <source>Ranking of streets</source>
        <translation>街道排名</translation>
    </message>
    <message>
        <source>Load of units</source>
        <translation>处置单位负荷</translation>
    </message>
    <message>
        <source>Urgent case</source>
        <translation>紧急案件</translation>
    </message>
    <message>
        <source>Clocks of the urgent case</source>
        <translation>紧急案件的时限</translation>
    </message>
    <message>
        <source>Who was called and arrived</source>
        <translation>呼叫与到场人员</translation>
    </message>
    <message>
        <source>Resources and staff near it</source>
        <translation>附近资源与人员</translation>
    </message>
    <message>
        <source>Who is on duty</source>
        <translation>在岗人员</translation>
    </message>
    <message>
        <source>Hours that nobody covers</source>
        <translation>无人值守时段</translation>
    </message>
    <message>
        <source>Grids without their people</source>
        <translation>人员不齐的网格</translation>
    </message>
    <message>
        <source>Indicators of the month</source>
        <translation>本月指标</translation>
    </message>
    <message>
        <source>Areas with more cases</source>
        <translation>案件增多的区域</translation>
    </message>
    <message>
        <source>Areas with fewer cases</source>
        <translation>案件减少的区域</translation>
    </message>
</context>
<context>
    <name>WallWords</name>
    <message>
        <source>Place unknown</source>
        <translation>位置不详</translation>
    </message>
    <message>
        <source>No unit yet</source>
        <translation>尚无处置单位</translation>
    </message>
    <message>
        <source>%1 late, no check-in</source>
        <translation>超期 %1，漏签</translation>
    </message>
</context>
<context>
    <name>WatchWords</name>
    <message>
        <source>%1 late</source>
        <translation>已超 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>%1, next %2</source>
        <translation>%1，下一级 %2</translation>
    </message>
    <message>
        <source>No step for</source>
        <translation>无进展</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>派员</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>已催办</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>picture after the work</source>
        <translation>处置后照片</translation>
    </message>
    <message>
        <source>under 1 day</source>
        <translation>不到 1 天</translation>
    </message>
    <message>
        <source>1–3 days</source>
        <translation>1–3 天</translation>
    </message>
    <message>
        <source>3–7 days</source>
        <translation>3–7 天</translation>
    </message>
    <message>
        <source>7–30 days</source>
        <translation>7–30 天</translation>
    </message>
    <message>
        <source>over 30 days</source>
        <translation>30 天以上</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>street office</source>
        <translation>街道办</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>督办员</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Check limit</source>
        <translation>核查时限</translation>
    </message>
    <message>
        <source>To be checked until %1.</source>
        <translation>应于 %1 前核查。</translation>
    </message>
    <message>
        <source>The unit: %1.</source>
        <translation>处置单位：%1。</translation>
    </message>
    <message>
        <source>%1: waits too long for its check, for %2 (limit %3)</source>
        <translation>%1：等待核查过久，已等 %2（限 %3）</translation>
    </message>
</context>
<context>
    <name>WorkbookReader</name>
    <message>
        <source>“%1” cannot be read to its end: it is damaged, or there are stray cells far outside of its tables. Copy both tables into a new workbook.</source>
        <translation>“%1”无法读完：文件已损坏，或在表格之外很远处有零散的单元格。请把两张表复制到新的工作簿。</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check the name and the folder.</source>
        <translation>没有文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Ask its owner for permission.</source>
        <translation>没有读取“%1”的权限。请联系文件所有者授权。</translation>
    </message>
    <message>
        <source>“%1” has the sheet “%2” twice. Take one of them out.</source>
        <translation>“%1”中有两张“%2”表。请删去其中一张。</translation>
    </message>
    <message>
        <source>“%1” has no sheet “%2” (%3). It has: %4.</source>
        <translation>“%1”中没有“%2”（%3）表。现有：%4。</translation>
    </message>
    <message>
        <source>The sheet “%1” of “%2” has the column “%3” twice. Take one of them out.</source>
        <translation>“%2”的“%1”表中有两个“%3”列。请删去其中一列。</translation>
    </message>
    <message>
        <source>The sheet “%1” of “%2” lacks these columns: %3. Its first row has to hold their names.</source>
        <translation>“%2”的“%1”表缺少以下列：%3。第一行必须是列名。</translation>
    </message>
    <message>
        <source>Sheet %1: these columns were not read: %2.</source>
        <translation>表 %1：以下列没有读取：%2。</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>A kind must be component or matter.</source>
        <translation>种类只能是 component（部件）或 matter（事项）。</translation>
    </message>
    <message>
        <source>It names no scheme or no code.</source>
        <translation>没有写明标准或编码。</translation>
    </message>
    <message>
        <source>The certainty must be rule or manual, not “%1”.</source>
        <translation>certainty 只能是 rule 或 manual，不能是“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no workbook that can be read, or it is damaged. Save it as .xlsx; “gridward export STORE %2 FILE.xlsx” writes one to begin with.</source>
        <translation>“%1”不是可读取的工作簿，或已损坏。请另存为 .xlsx；“gridward export STORE %2 FILE.xlsx”可先导出一份。</translation>
    </message>
    <message>
        <source>The sheet “%1” of “%2” has more than %3 rows. Take out what does not belong to the %4.</source>
        <translation>“%2”的工作表“%1”超过 %3 行，请删去不属于 %4 的内容。</translation>
    </message>
</context>
<context>
    <name>WorkbookWriter</name>
    <message>
        <source>This installation of GDAL cannot write .xlsx files.</source>
        <translation>所安装的 GDAL 不能写 .xlsx 文件。</translation>
    </message>
    <message>
        <source>A catalogue is written as a workbook: give “%1” the ending .xlsx.</source>
        <translation>目录以工作簿形式写出，请给“%1”加上扩展名 .xlsx。</translation>
    </message>
    <message>
        <source>This is written as a workbook: give “%1” the ending .xlsx or .ods.</source>
        <translation>此内容以工作簿写出，请给“%1”使用扩展名 .xlsx 或 .ods。</translation>
    </message>
</context>
<context>
    <name>WorkingCalendar</name>
    <message>
        <source>“%1” must hold hours such as 08:00-12:00, and “%2” is not.</source>
        <translation>“%1”必须是 08:00-12:00 这样的时段，“%2”不是时段。</translation>
    </message>
    <message>
        <source>“%1”: the hours %2 end before they have begun.</source>
        <translation>“%1”：时段 %2 的结束不晚于开始。</translation>
    </message>
    <message>
        <source>“%1”: the hours %2 are out of order; write earlier ones first.</source>
        <translation>“%1”：时段 %2 的顺序有误，请先写较早的时段。</translation>
    </message>
    <message>
        <source>“%1”: the hours %2 overlap with %3.</source>
        <translation>“%1”：时段 %2 与 %3 重叠。</translation>
    </message>
    <message>
        <source>“%1” must hold at least one piece of a working day.</source>
        <translation>“%1”至少要有一个工作时段。</translation>
    </message>
    <message>
        <source>“%1”: %2 is listed twice.</source>
        <translation>“%1”：%2 重复列出。</translation>
    </message>
    <message>
        <source>“%1”: %2 is not in one of the “years”. Add the year once its table is complete.</source>
        <translation>“%1”：%2 不在“years”所列的年份中。该年的安排完整后，请将年份加入“years”。</translation>
    </message>
    <message>
        <source>%1 is both in “holidays” and in “make_up”.</source>
        <translation>%1 同时列在“holidays”和“make_up”中。</translation>
    </message>
    <message>
        <source>“make_up” holds %1, which is a working day of the week anyway.</source>
        <translation>“make_up”中的 %1 本来就是工作日。</translation>
    </message>
    <message>
        <source>“%1” must be 1 to 40 letters, digits, dots, dashes or underscores.</source>
        <translation>“%1”必须是 1 至 40 个字母、数字、点、下划线或连字符。</translation>
    </message>
    <message>
        <source>“%1” is “%2”, which is no time zone known to this computer. Use a name such as Asia/Shanghai.</source>
        <translation>“%1”的值“%2”不是本机已知的时区。请使用 Asia/Shanghai 这样的名称。</translation>
    </message>
    <message>
        <source>“%1” must name at least one day of the week.</source>
        <translation>“%1”至少要写明一个星期几。</translation>
    </message>
    <message>
        <source>This working calendar cannot be used. %1</source>
        <translation>此工作日历无法使用。%1</translation>
    </message>
</context>
<context>
    <name>gridward::AboutDialog</name>
    <message>
        <source>About Gridward</source>
        <translation>关于 Gridward</translation>
    </message>
    <message>
        <source>Gridward %1</source>
        <translation>Gridward %1</translation>
    </message>
    <message>
        <source>Command centre for districts that are run by unit grids. Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>单元网格化管理区域的指挥中心。自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布，不提供任何担保。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Third parties</source>
        <translation>第三方组件</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>复制版本信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Gridward</source>
        <translation>Gridward</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>This run writes no log file.</source>
        <translation>本次运行不写日志文件。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>This run keeps no settings.</source>
        <translation>本次运行不保存设置。</translation>
    </message>
    <message>
        <source>The demo district is simulated. Its 17 streets and 169 communities are those of the present list of Dongcheng, Beijing; in 2011, when its 589 grids became known, there were 205 communities. Borders of communities and grids, roads, people and cases are made up.</source>
        <translation>演示城区为模拟数据。其 17 个街道和 169 个社区取自北京市东城区现行名录；2011 年东城区 589 个网格广为人知时，社区为 205 个。社区和网格的边界、道路、人员和案件均为虚构。</translation>
    </message>
</context>
<context>
    <name>gridward::AccessPreviewPanel</name>
    <message>
        <source>What can this person see and do here?</source>
        <translation>此人在此处能看什么、做什么？</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Account, person or role</source>
        <translation>账号、姓名或角色</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>查找账号</translation>
    </message>
    <message>
        <source>No account is called that.</source>
        <translation>没有符合的账号。</translation>
    </message>
    <message>
        <source>Street, community or grid</source>
        <translation>街道、社区或网格</translation>
    </message>
    <message>
        <source>Find a place</source>
        <translation>查找地点</translation>
    </message>
    <message>
        <source>No place is called that.</source>
        <translation>没有符合的地点。</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) in %3 sees %n open case(s).</source>
        <translation>
            <numerusform>%1（%2）在%3能看到 %n 件未结案件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The account is disabled: none of it can be used.</source>
        <translation>账号已停用：以下权限均不能使用。</translation>
    </message>
</context>
<context>
    <name>gridward::AccountForm</name>
    <message>
        <source>Account name</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>Person (number in the staff list)</source>
        <translation>人员（人员编号）</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Disabled: may not sign in</source>
        <translation>停用：不能登录</translation>
    </message>
    <message>
        <source>Further posts</source>
        <translation>兼任岗位</translation>
    </message>
    <message>
        <source>A post more: role, area, unit</source>
        <translation>增加岗位：角色、辖区、单位</translation>
    </message>
    <message>
        <source>from</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Add post</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Role of the post</source>
        <translation>岗位的角色</translation>
    </message>
    <message>
        <source>Area of the post</source>
        <translation>岗位的辖区</translation>
    </message>
    <message>
        <source>Unit of the post</source>
        <translation>岗位的单位</translation>
    </message>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>None besides the one above.</source>
        <translation>除上述岗位外没有兼任。</translation>
    </message>
    <message>
        <source>ever since</source>
        <translation>一直</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ends this post with yesterday: today it does not count any more</source>
        <translation>以昨日为止结束此岗位：今日起不再有效</translation>
    </message>
    <message>
        <source>Set password …</source>
        <translation>设置密码…</translation>
    </message>
</context>
<context>
    <name>gridward::AccountModel</name>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>所有单位</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>辖区</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Further posts</source>
        <translation>兼任岗位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>gridward::AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n 个账号</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Account, person, role, area or unit</source>
        <translation>账号、姓名、角色、辖区或单位</translation>
    </message>
    <message>
        <source>Find accounts</source>
        <translation>查找账号</translation>
    </message>
    <message>
        <source>New account …</source>
        <translation>新建账号…</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 的密码已更新。</translation>
    </message>
</context>
<context>
    <name>gridward::AdminWorkspace</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Nothing here is yours to look after.</source>
        <translation>这里没有由您管理的内容。</translation>
    </message>
</context>
<context>
    <name>gridward::AlarmCentre</name>
    <message>
        <source>Alarm: %1</source>
        <translation>报警：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n alarms, the worst: %1</source>
        <translation>
            <numerusform>%n 件报警，最高等级：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, reported %2</source>
        <translation>%1，上报于 %2</translation>
    </message>
</context>
<context>
    <name>gridward::AlarmStrip</name>
    <message>
        <source>Sound on</source>
        <translation>声音已开</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>声音已关</translation>
    </message>
    <message>
        <source>Orange and red cases are heard. Click to change.</source>
        <translation>橙色和红色案件会响。点击可更改。</translation>
    </message>
    <message>
        <source>Alarms make no sound. Click to change.</source>
        <translation>报警不响。点击可更改。</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) wait to be acknowledged</source>
        <translation>
            <numerusform>%n 件报警待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm waits.</source>
        <translation>没有待确认的报警。</translation>
    </message>
    <message>
        <source>Sound on orange and red cases</source>
        <translation>橙色和红色案件响铃</translation>
    </message>
    <message>
        <source>Sound on the wall too</source>
        <translation>大屏也响</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1%</translation>
    </message>
    <message>
        <source>Red cases only</source>
        <translation>仅红色案件</translation>
    </message>
    <message>
        <source>Orange and red cases</source>
        <translation>橙色和红色案件</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Acknowledge  F10</source>
        <translation>确认  F10</translation>
    </message>
    <message>
        <source>Shows the case in the queue, or on the map where no queue has it; that acknowledges it</source>
        <translation>在队列中显示该案件，队列中没有时在地图上显示；同时视为已确认</translation>
    </message>
    <message>
        <source>All %1  Ctrl+F10</source>
        <translation>全部 %1 条  Ctrl+F10</translation>
    </message>
    <message>
        <source>Acknowledges this one and shows the next that waits.</source>
        <translation>确认这一条，显示等待中的下一条。</translation>
    </message>
    <message>
        <source>Acknowledges all that wait.</source>
        <translation>确认所有等待的报警。</translation>
    </message>
</context>
<context>
    <name>gridward::AnalysesDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved analyses</source>
        <translation>已保存的分析</translation>
    </message>
    <message>
        <source>Name for the analysis on the map</source>
        <translation>为图上的分析命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Saved by</source>
        <translation>保存者</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存时间</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>An analysis is kept with all that was chosen. Opened later, it says whether the same cases still give the same map.</source>
        <translation>分析连同全部选择一起保存。以后打开时，会说明相同的案件是否仍得出相同的图。</translation>
    </message>
    <message>
        <source>Enter opens, Delete deletes.</source>
        <translation>按回车打开，按 Delete 删除。</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>无新记录</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 条事件</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>There is no complete heat map to be saved.</source>
        <translation>没有已算完的热力图可保存。</translation>
    </message>
    <message>
        <source>Delete once more deletes “%1” for everybody.</source>
        <translation>再按一次 Delete，即为所有人删除“%1”。</translation>
    </message>
</context>
<context>
    <name>gridward::AnalysisFilter</name>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>全部街道</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1, all classes</source>
        <translation>%1（整个大类）</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>起止日期</translation>
    </message>
    <message>
        <source>Open cases only</source>
        <translation>仅未结案件</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Code or name of a class</source>
        <translation>类别的代码或名称</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>全部来源</translation>
    </message>
    <message>
        <source>In time and late</source>
        <translation>按时和超时</translation>
    </message>
    <message>
        <source>In time so far</source>
        <translation>按时（截至目前）</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Late: the handling limit ran out before the case was handled. Cases that are exempt from it are in neither.</source>
        <translation>超时：处置时限在处置完成之前已到。免计的案件两者都不算。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Handling limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>As saved, %1 – %2</source>
        <translation>与保存时相同，%1 – %2</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
</context>
<context>
    <name>gridward::AnalysisView</name>
    <message>
        <source>cases per km²</source>
        <translation>件/平方公里</translation>
    </message>
    <message>
        <source>There is no heat map to export: no case matches the filter.</source>
        <translation>没有可导出的热力图：没有案件符合筛选条件。</translation>
    </message>
    <message>
        <source>Another file is being written. Wait for it, or stop it.</source>
        <translation>正在写入另一个文件，请等待其完成，或将其停止。</translation>
    </message>
    <message>
        <source>times as many as in the other period</source>
        <translation>另一时段的倍数</translation>
    </message>
    <message>
        <source>cases per km² and month</source>
        <translation>件/平方公里·月</translation>
    </message>
    <message>
        <source>The heat map was stopped.</source>
        <translation>热力图计算已停止。</translation>
    </message>
    <message>
        <source>cases per %1</source>
        <comment>10,000 residents</comment>
        <translation>件/%1</translation>
    </message>
</context>
<context>
    <name>gridward::AnalysisWorkspace</name>
    <message>
        <source>Density (%1)</source>
        <translation>密度（%1）</translation>
    </message>
    <message>
        <source>No district is open</source>
        <translation>尚未打开城区</translation>
    </message>
    <message>
        <source>Open a store to see where its cases are dense.</source>
        <translation>打开一个数据库，查看案件密集之处。</translation>
    </message>
    <message>
        <source>No case here has a place</source>
        <translation>所选案件均无位置</translation>
    </message>
    <message>
        <source>Cases match the filter, but nobody said where they are. Choose a longer period or fewer conditions.</source>
        <translation>有案件符合条件，但都没有位置。请选择更长的时段或减少条件。</translation>
    </message>
    <message>
        <source>No cases match</source>
        <translation>没有符合条件的案件</translation>
    </message>
    <message>
        <source>Choose a longer period or fewer conditions.</source>
        <translation>请选择更长的时段或减少条件。</translation>
    </message>
    <message>
        <source>There is no heat map</source>
        <translation>无法显示热力图</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The heat map was stopped</source>
        <translation>热力图计算已停止</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Density of cases</source>
        <translation>案件密度</translation>
    </message>
    <message>
        <source>Density of cases, %1</source>
        <translation>%1案件密度</translation>
    </message>
    <message>
        <source>Export the heat map</source>
        <translation>导出热力图</translation>
    </message>
    <message>
        <source>“%1” was written.</source>
        <translation>已写入“%1”。</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热力图</translation>
    </message>
    <message>
        <source>Read the cases again (F5)</source>
        <translation>重新读取案件（F5）</translation>
    </message>
    <message>
        <source>Read the cases again</source>
        <translation>重新读取案件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Title of the exported map</source>
        <translation>导出图的标题</translation>
    </message>
    <message>
        <source>GeoTIFF …</source>
        <translation>GeoTIFF…</translation>
    </message>
    <message>
        <source>The values, for QGIS</source>
        <translation>密度数值，可在 QGIS 中打开</translation>
    </message>
    <message>
        <source>PNG …</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>A page as a picture</source>
        <translation>页面图片</translation>
    </message>
    <message>
        <source>PDF …</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>A page for printing</source>
        <translation>供打印的页面</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>Computing the heat map …</source>
        <translation>正在计算热力图…</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>停止计算</translation>
    </message>
    <message>
        <source>The store cannot be read at the moment. What is shown may be out of date.</source>
        <translation>目前无法读取数据库，所示内容可能已过时。</translation>
    </message>
    <message>
        <source>%1 cases on the map</source>
        <translation>图上 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) have no place and are not on the map.</source>
        <translation>
            <numerusform>%n 件没有位置，未上图。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) lie outside of the district and are not on the map.</source>
        <translation>
            <numerusform>%n 件在辖区之外，未上图。</numerusform>
        </translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 less %2</source>
        <translation>%1 减 %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 比 %2</translation>
    </message>
    <message>
        <source>Hours of the week (H)</source>
        <translation>一周各小时（H）</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>一周各小时</translation>
    </message>
    <message>
        <source>Count only what is in view</source>
        <translation>只统计视野内的案件</translation>
    </message>
    <message>
        <source>The values of both periods, a file for each, for QGIS</source>
        <translation>两个时段的数值，各一个文件，供 QGIS 使用</translation>
    </message>
    <message>
        <source>More and fewer cases</source>
        <translation>案件增减</translation>
    </message>
    <message>
        <source>Times as many cases</source>
        <translation>案件倍数</translation>
    </message>
    <message>
        <source>%1: %2 against %3</source>
        <translation>%1：%2 对比 %3</translation>
    </message>
    <message>
        <source>Paper of a page</source>
        <translation>页面纸张</translation>
    </message>
    <message>
        <source>The analysis “%1” is saved.</source>
        <translation>分析“%1”已保存。</translation>
    </message>
    <message>
        <source>There is no analysis of the name “%1”.</source>
        <translation>没有名为“%1”的分析。</translation>
    </message>
    <message>
        <source>The analysis “%1” was saved by a newer version and cannot be read by this one. Update Gridward.</source>
        <translation>分析“%1”由较新的版本保存，此版本无法读取。请更新 Gridward。</translation>
    </message>
    <message>
        <source>“%1” asks for a street, a class or a register that this district does not have any more. The map is without it.</source>
        <translation>“%1”所用的街道、案件类别或登记库在本城区已不存在，地图未包含该条件。</translation>
    </message>
    <message>
        <source>“%1”, saved %2 by %3</source>
        <translation>“%1”，%3 于 %2 保存</translation>
    </message>
    <message>
        <source>Comparing with what it was …</source>
        <translation>正在与当时核对…</translation>
    </message>
    <message>
        <source>Same cases, same map, to the last bit.</source>
        <translation>案件相同，图逐位相同。</translation>
    </message>
    <message numerus="yes">
        <source>Other cases than then: %n event(s) since.</source>
        <translation>
            <numerusform>案件已与当时不同：此后有 %n 条事件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Other cases than then, although nothing was recorded since: the borders changed, or you may see other cases.</source>
        <translation>案件已与当时不同，但此后没有新记录：边界有变，或您可查看的案件不同。</translation>
    </message>
    <message>
        <source>Same cases, other values: computed by another version or processor.</source>
        <translation>案件相同，数值不同：由其他版本或处理器计算。</translation>
    </message>
    <message>
        <source>None of its cases is here any more.</source>
        <translation>其中的案件已全部不在。</translation>
    </message>
    <message>
        <source>Analyses …</source>
        <translation>分析…</translation>
    </message>
    <message>
        <source>Save this analysis, or open a saved one (Ctrl+S)</source>
        <translation>保存此分析，或打开已保存的分析（Ctrl+S）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Other formats. Those with areas or a table hold one map: compare as difference or ratio, or not at all.</source>
        <translation>其他格式。含面图层或表格的格式只含一幅图：请按差值或比值对比，或不对比。</translation>
    </message>
    <message>
        <source>SVG: a page to be edited …</source>
        <translation>SVG：可编辑的页面…</translation>
    </message>
    <message>
        <source>GeoPackage: classes and cells with styles …</source>
        <translation>GeoPackage：分级与像元，带样式…</translation>
    </message>
    <message>
        <source>QGIS project with its layers …</source>
        <translation>QGIS 工程及其图层…</translation>
    </message>
    <message>
        <source>CSV: a table of the values …</source>
        <translation>CSV：数值表…</translation>
    </message>
    <message>
        <source>Difference (%1)</source>
        <translation>差值（%1）</translation>
    </message>
    <message>
        <source>Ratio (%1)</source>
        <translation>比值（%1）</translation>
    </message>
    <message>
        <source>Between %1 and +%2 %3.</source>
        <translation>从 %1 到 +%2 %3。</translation>
    </message>
    <message>
        <source>At most %1 times the other period.</source>
        <translation>最高为另一时段的 %1 倍。</translation>
    </message>
    <message>
        <source>Highest: %1 %2.</source>
        <translation>最高：%1 %2。</translation>
    </message>
    <message>
        <source>Cases of the other period: %1.</source>
        <translation>另一时段 %1 件。</translation>
    </message>
    <message>
        <source>Radius %1 m, cells of %2 m, EPSG:%3.</source>
        <translation>半径 %1 米，像元 %2 米，EPSG:%3。</translation>
    </message>
    <message>
        <source>Rate (%1)</source>
        <translation>发生率（%1）</translation>
    </message>
    <message>
        <source>Folder for a picture of each step</source>
        <translation>选择存放各时段图片的文件夹</translation>
    </message>
    <message>
        <source>The cases were read again meanwhile. Export once more.</source>
        <translation>其间案件已重新读取，请再次导出。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were written into “%1”.</source>
        <translation>
            <numerusform>已将 %n 张图片写入“%1”。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pictures are in “%3”.</source>
        <translation>“%3”中已有 %2 张图片中的 %1 张。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>PNG of each step …</source>
        <translation>各时段的 PNG 图片…</translation>
    </message>
    <message>
        <source>A picture of each step below the map, all in the same colours</source>
        <translation>地图下方各时段每段一张图片，配色一致</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
</context>
<context>
    <name>gridward::AuditModel</name>
    <message>
        <source>Entry %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>来自</translation>
    </message>
</context>
<context>
    <name>gridward::AuditPage</name>
    <message>
        <source>Audit log</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>No entry fits.</source>
        <translation>没有符合条件的记录。</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries; more while you scroll.</source>
        <translation>
            <numerusform>最新 %n 条；向下滚动继续读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>共 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is being checked …</source>
        <translation>正在核验审计链…</translation>
    </message>
    <message>
        <source>Checked to entry %1: intact</source>
        <translation>已核验至第 %1 条：完整</translation>
    </message>
    <message>
        <source>Checked to entry %1: broken. %2</source>
        <translation>已核验至第 %1 条：链已断裂。%2</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>导出审计日志</translation>
    </message>
    <message>
        <source>“%1” was written.</source>
        <translation>已写入“%1”。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Find in users, subjects and facts</source>
        <translation>在用户、对象和详情中查找</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation>核验审计链</translation>
    </message>
    <message>
        <source>Entries of the audit log</source>
        <translation>审计日志记录</translation>
    </message>
</context>
<context>
    <name>gridward::BaseMapDialog</name>
    <message>
        <source>Add base map</source>
        <translation>添加底图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>版权说明</translation>
    </message>
    <message>
        <source>Tiles with {x}, {y} and {z}, or the address of a WMTS or WMS service.</source>
        <translation>含 {x}、{y}、{z} 的瓦片地址，或 WMTS、WMS 服务的地址。</translation>
    </message>
    <message>
        <source>Who must be named on the map</source>
        <translation>地图上必须注明的来源</translation>
    </message>
    <message>
        <source>Its positions are GCJ-02</source>
        <translation>该底图采用 GCJ-02 坐标</translation>
    </message>
    <message>
        <source>Public web maps in China are mostly drawn in GCJ-02, some hundred metres off. With this tick the map is shifted back where that is exact enough, and refused where it is not. Nothing in the store changes.</source>
        <translation>国内公众网络地图大多采用 GCJ-02 坐标，偏移数百米。勾选后，精度足够时底图会被纠正回来，否则拒绝添加。数据库中的数据不会改变。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gridward::BaseMapLoader</name>
    <message>
        <source>“%1” cannot be shown.</source>
        <translation>无法显示“%1”。</translation>
    </message>
    <message>
        <source>Asking for the base map was stopped.</source>
        <translation>已停止请求底图。</translation>
    </message>
    <message>
        <source>There is no tile “%1”. Check the address.</source>
        <translation>没有瓦片“%1”。请检查地址。</translation>
    </message>
    <message>
        <source>“%1” has nothing at this address. Check it.</source>
        <translation>“%1”的这个地址上没有内容。请检查地址。</translation>
    </message>
    <message>
        <source>“%1” refuses to give its map. Check the key in the address.</source>
        <translation>“%1”拒绝提供地图。请检查地址中的密钥。</translation>
    </message>
    <message>
        <source>“%1” does not answer. Check the address and the network.</source>
        <translation>“%1”没有响应。请检查地址和网络。</translation>
    </message>
    <message>
        <source>“%1” answers, but not with a picture of a map. Check the address and the key in it.</source>
        <translation>“%1”有响应，但返回的不是地图图片。请检查地址及其中的密钥。</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>“%1” answers, but its map cannot be drawn.</source>
        <translation>“%1”有响应，但其地图无法绘制。</translation>
    </message>
</context>
<context>
    <name>gridward::BaseMaps</name>
    <message>
        <source>“%1” is in GCJ-02, whose shift differs from place to place. Open a district or a map file first, then add it again.</source>
        <translation>“%1”采用 GCJ-02 坐标，其偏移量因地而异。请先打开一个区域或地图文件，再添加此底图。</translation>
    </message>
    <message>
        <source>“%1” is in GCJ-02, whose shift differs by up to %2 m within this area; it would lie wrong. Take a base map in WGS 84 or CGCS2000.</source>
        <translation>“%1”采用 GCJ-02 坐标，在此范围内偏移量相差可达 %2 米，位置会不正确。请改用 WGS 84 或 CGCS2000 底图。</translation>
    </message>
    <message>
        <source>“%1” is in GCJ-02; it is shifted by %2 m here, exact to %3 m.</source>
        <translation>“%1”采用 GCJ-02 坐标，在此处已平移 %2 米，误差不超过 %3 米。</translation>
    </message>
    <message>
        <source>“%1” is in GCJ-02 and not in web Mercator (EPSG:3857); only such a map can be shifted.</source>
        <translation>“%1”采用 GCJ-02 坐标，但不是 Web 墨卡托投影（EPSG:3857）；只有这种投影的底图才能平移。</translation>
    </message>
</context>
<context>
    <name>gridward::BatchAssign</name>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>已选 %n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>You work as %1 (%2), who cannot assign.</source>
        <translation>当前身份：%1（%2），无权指派。</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Person who is to handle the cases</source>
        <translation>处置这些案件的人</translation>
    </message>
    <message>
        <source>Nobody of that name works for this unit.</source>
        <translation>该单位没有这个姓名的人。</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n case(s)</source>
        <translation>
            <numerusform>指派 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n of them are with another unit than the first one, or with none that could assign them, and stay as they are. The people are those of the first one&apos;s unit.</source>
        <translation>
            <numerusform>其中 %n 件不在第一件的处置单位，或未到可指派的阶段，保持不变。人员为第一件所在单位的人员。</numerusform>
        </translation>
    </message>
    <message>
        <source>All go to one person of the unit that has them.</source>
        <translation>全部指派给处置单位的同一人。</translation>
    </message>
</context>
<context>
    <name>gridward::BatchDispatch</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>已选 %n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>All go to one unit. The units are proposed for the first one.</source>
        <translation>将全部派遣给同一单位。推荐单位以第一件为准。</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>查找单位</translation>
    </message>
    <message>
        <source>Unit that is to handle the cases</source>
        <translation>处置这些案件的单位</translation>
    </message>
    <message>
        <source>No unit of that name takes this case.</source>
        <translation>没有该名称的可派遣单位。</translation>
    </message>
    <message>
        <source>&amp;Note (optional)</source>
        <translation>备注（选填）(&amp;N)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>no longer open</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1  %2/%3</source>
        <translation>%1  %2/%3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 can</source>
        <translation>%1：%3 件中 %2 件可以</translation>
    </message>
    <message>
        <source>You work as %1 (%2), who cannot do that.</source>
        <translation>当前身份：%1（%2），无权进行此操作。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot take this step and stay as they are: %1.</source>
        <translation>
            <numerusform>其中 %n 件不能进行此操作，保持原样：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is filed under the one condition of its class. Where there are several, the case is left for you to open.</source>
        <translation>每件按其类别唯一的立案条件立案；有多个条件的留给您打开选择。</translation>
    </message>
    <message>
        <source>For those whose unit has asked for it; the others are left.</source>
        <translation>只处理单位已提出申请的案件，其余不变。</translation>
    </message>
    <message>
        <source>All of them, one after the other.</source>
        <translation>逐件进行。</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>&amp;Reason (needed)</source>
        <translation>原因（必填）(&amp;R)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>still being looked at</source>
        <translation>正在查看有无申请</translation>
    </message>
    <message>
        <source>not looked at: choose %1 at the most</source>
        <translation>未查看有无申请：最多选 %1 件</translation>
    </message>
    <message>
        <source>nothing was asked for</source>
        <translation>单位没有申请</translation>
    </message>
    <message numerus="yes">
        <source>Somebody else was first at %n of those that you chose: %1.</source>
        <translation>
            <numerusform>所选案件中有 %n 件已被他人办理：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n more reason(s)</source>
        <translation>
            <numerusform>另有 %n 种原因</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the cases lie outside the street of this unit.</source>
        <translation>
            <numerusform>其中 %n 件不在该单位所属的街道。</numerusform>
        </translation>
    </message>
    <message>
        <source>changed by somebody else since it was chosen</source>
        <translation>选定后已被他人改动</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>&amp;Note (needed)</source>
        <translation>备注（必填）(&amp;N)</translation>
    </message>
</context>
<context>
    <name>gridward::CallerFields</name>
    <message>
        <source>&amp;Telephone</source>
        <translation>电话(&amp;T)</translation>
    </message>
    <message>
        <source>optional; masked once it is entered</source>
        <translation>选填；录入后即遮蔽</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Calle&amp;r</source>
        <translation>来电人(&amp;R)</translation>
    </message>
    <message>
        <source>A telephone number has only digits, spaces, + and -. Other words belong to what the problem is.</source>
        <translation>电话只能是数字、空格、+ 和 -。其他文字请写在问题描述里。</translation>
    </message>
</context>
<context>
    <name>gridward::CallerLine</name>
    <message>
        <source>You lack the permission “personal:open”.</source>
        <translation>您缺少权限“personal:open”。</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
</context>
<context>
    <name>gridward::CardPanel</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>gridward::CaseActionForm</name>
    <message>
        <source>Limit: %1. Closed when: %2</source>
        <translation>时限：%1。结案条件：%2</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>查找单位</translation>
    </message>
    <message>
        <source>Unit that is to handle the case</source>
        <translation>处置该案件的单位</translation>
    </message>
    <message>
        <source>No unit of that name takes this case.</source>
        <translation>没有该名称的可派遣单位。</translation>
    </message>
    <message>
        <source>Find a person by name</source>
        <translation>按姓名查找人员</translation>
    </message>
    <message>
        <source>Person who is to handle it</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Nobody of that name.</source>
        <translation>没有该姓名的人员。</translation>
    </message>
    <message>
        <source>Find a condition</source>
        <translation>查找立案条件</translation>
    </message>
    <message>
        <source>Condition under which it is filed</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>This class has no filing condition: the case gets no handling limit.</source>
        <translation>该类别没有立案条件：案件不设处置时限。</translation>
    </message>
    <message>
        <source>Under which condition?</source>
        <translation>适用哪一项立案条件？</translation>
    </message>
    <message>
        <source>Closing condition: tick it if you saw it met.</source>
        <translation>结案条件：核查属实请勾选。</translation>
    </message>
    <message>
        <source>&amp;Reason (needed)</source>
        <translation>原因（必填）(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Note (optional)</source>
        <translation>备注（选填）(&amp;N)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Person who stays there</source>
        <translation>现场值守人员</translation>
    </message>
    <message>
        <source>Find the other case by number or words</source>
        <translation>按案件号或文字查找另一案件</translation>
    </message>
    <message>
        <source>Case it is a duplicate of</source>
        <translation>与之重复的案件</translation>
    </message>
    <message>
        <source>Type a number or words of the other case.</source>
        <translation>请输入另一案件的案件号或文字。</translation>
    </message>
    <message>
        <source>This case becomes void; the other one notes its number.</source>
        <translation>本案件作废，另一案件记下本案件号。</translation>
    </message>
    <message>
        <source>Find a department</source>
        <translation>查找部门</translation>
    </message>
    <message>
        <source>Department that is called in</source>
        <translation>被呼叫的部门</translation>
    </message>
    <message>
        <source>No department of that name.</source>
        <translation>没有这个名称的部门。</translation>
    </message>
    <message>
        <source>Find a class</source>
        <translation>查找小类</translation>
    </message>
    <message>
        <source>Class of the new case</source>
        <translation>新案件的小类</translation>
    </message>
    <message>
        <source>No class of that name.</source>
        <translation>没有这个名称的小类。</translation>
    </message>
    <message>
        <source>A new case of this class; this one cannot be closed before it.</source>
        <translation>按所选小类生成一件新案件；新案件未结，本案件不能结案。</translation>
    </message>
    <message>
        <source>One original limit more, if the dispatcher grants it.</source>
        <translation>派遣员同意后，再加一个原时限。</translation>
    </message>
    <message>
        <source>&amp;Until the beginning of</source>
        <translation>挂账至当日零时(&amp;U)</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>挂账至</translation>
    </message>
    <message>
        <source>Until: %1</source>
        <translation>至：%1</translation>
    </message>
    <message>
        <source>Asked for by %1, %2.</source>
        <translation>申请人：%1，%2。</translation>
    </message>
    <message>
        <source>Until the beginning of %1.</source>
        <translation>申请挂账至 %1 零时。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>%1 (no longer there to choose)</source>
        <translation>%1（已不在可选范围内）</translation>
    </message>
    <message>
        <source>%1 has it now.</source>
        <translation>现由%1处置。</translation>
    </message>
    <message>
        <source>Nobody of that name works for the unit that has it.</source>
        <translation>处置单位及其下属单位中没有叫这个名字的人。</translation>
    </message>
    <message>
        <source>The unit that has the case reads the note in its log.</source>
        <translation>处置单位在案件流程中看到这句话。</translation>
    </message>
    <message>
        <source>A day of the district (%1)</source>
        <translation>按本区当地日期（%1）</translation>
    </message>
    <message>
        <source>&amp;Note (needed)</source>
        <translation>备注（必填）(&amp;N)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃填写</translation>
    </message>
    <message>
        <source>Throws away what you entered. Esc leaves and keeps it.</source>
        <translation>丢弃已填写的内容。按 Esc 离开则会保留。</translation>
    </message>
    <message>
        <source>Ask for an extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Decide on the extension</source>
        <translation>审批延期</translation>
    </message>
    <message>
        <source>Ask for a suspension</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Decide on the suspension</source>
        <translation>审批挂账</translation>
    </message>
    <message>
        <source>People of %1.</source>
        <translation>均为%1的人员。</translation>
    </message>
    <message>
        <source>You enter what was found on the spot: the report is true and the case can be filed. If it is not true, make the case void instead.</source>
        <translation>填报现场核实结果：情况属实，可以立案。不属实的请改为作废。</translation>
    </message>
    <message>
        <source>Somebody near by is sent to look; until the result is entered, the case is being verified.</source>
        <translation>派附近的人去现场查看；填报结果之前，案件为“核实中”。</translation>
    </message>
    <message>
        <source>Person who is to look at it</source>
        <translation>去现场看的人</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>&amp;Reply until the end of</source>
        <translation>答复期限（当日24时）(&amp;R)</translation>
    </message>
    <message>
        <source>Reply until the end of</source>
        <translation>答复期限（当日24时）</translation>
    </message>
    <message>
        <source>No collector of the grids is on duty: these are others who are.</source>
        <translation>没有网格采集人员在岗：以下是其他在岗人员。</translation>
    </message>
    <message>
        <source>How far away they are is not known: those with fewer tasks stand first.</source>
        <translation>距离不明：手上任务少的排在前面。</translation>
    </message>
    <message>
        <source>Choose first what the reporter said: nothing is chosen yet.</source>
        <translation>请先选择反映人的意见：尚未选择。</translation>
    </message>
    <message>
        <source>What did the reporter say?</source>
        <translation>反映人怎么说？</translation>
    </message>
    <message>
        <source>Reply until the end of %1</source>
        <translation>答复期限：%1 24时</translation>
    </message>
</context>
<context>
    <name>gridward::CaseDetails</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Filed because</source>
        <translation>立案条件</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>Closed when</source>
        <translation>结案条件</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Imported as</source>
        <translation>导入编号</translation>
    </message>
    <message>
        <source>Step %1, from %2</source>
        <translation>第 %1 步，来自 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Clocks and deadline</source>
        <translation>计时与时限</translation>
    </message>
    <message>
        <source>Suspended until</source>
        <translation>挂账至</translation>
    </message>
    <message>
        <source>Overdue since</source>
        <translation>超期起点</translation>
    </message>
    <message>
        <source>%1 (left out of statistics: the appeal was upheld)</source>
        <translation>%1（申诉成立，不计入统计）</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>On the scene</source>
        <translation>现场值守</translation>
    </message>
    <message>
        <source>released %1</source>
        <translation>%1 解除</translation>
    </message>
    <message>
        <source>%1 – check-in missed, last seen %2</source>
        <translation>%1 – 漏签，最后签到 %2</translation>
    </message>
    <message>
        <source>%1, next check-in %2</source>
        <translation>%1，下次签到 %2</translation>
    </message>
    <message>
        <source>Called in</source>
        <translation>吹哨呼叫</translation>
    </message>
    <message>
        <source>%1: called %2, answered %3, arrived %4</source>
        <translation>%1：呼叫 %2，应答 %3，到达 %4</translation>
    </message>
    <message>
        <source>Assisting</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>%1 (ready)</source>
        <translation>%1（已完成）</translation>
    </message>
    <message>
        <source>Belongs with</source>
        <translation>关联案件</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>nobody since %1</source>
        <translation>自 %1 起现场无人</translation>
    </message>
    <message>
        <source>Waits for a decision: %1, asked for by %2 at %3 (%4 ago).</source>
        <translation>待批复：%1，%2 于 %3 申请（已等待 %4）。</translation>
    </message>
    <message>
        <source>Until: %1</source>
        <translation>至：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>反馈时间</translation>
    </message>
    <message>
        <source>(reply until %1)</source>
        <translation>（%1 前答复）</translation>
    </message>
    <message>
        <source>(to the supervision)</source>
        <translation>（答复督办）</translation>
    </message>
    <message>
        <source>(not reached)</source>
        <translation>（未联系上）</translation>
    </message>
    <message>
        <source>Sent to verify</source>
        <translation>派去核实</translation>
    </message>
    <message>
        <source>Sent to check</source>
        <translation>派去核查</translation>
    </message>
    <message>
        <source>%1, was due %2</source>
        <translation>%1，应于 %2 完成</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，%2 前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Answered %1: %2</source>
        <translation>%1 答复：%2</translation>
    </message>
    <message>
        <source>No reply; was due %1</source>
        <translation>未答复；应于 %1 答复</translation>
    </message>
    <message>
        <source>Reply until %1</source>
        <translation>%1 前答复</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>已催办</translation>
    </message>
    <message>
        <source>at %1 % of the limit</source>
        <translation>时限的 %1 %</translation>
    </message>
    <message>
        <source>at %1 % of the limit: %2</source>
        <translation>时限的 %1 %：%2</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>handed in without the picture that its class asks for</source>
        <translation>反馈时没有附该类别要求的照片</translation>
    </message>
    <message>
        <source>reached %1</source>
        <translation>%1 已联系上</translation>
    </message>
    <message numerus="yes">
        <source>not reached: %n time(s)</source>
        <translation>
            <numerusform>未联系上 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CaseFilterPanel</name>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 件，共 %2 件</translation>
    </message>
    <message>
        <source>Cases on the map</source>
        <translation>地图上的案件</translation>
    </message>
    <message>
        <source>Reported within</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>3 d</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Of any age</source>
        <translation>不限上报时间</translation>
    </message>
    <message numerus="yes">
        <source>Reported within the last %n hour(s)</source>
        <translation>
            <numerusform>最近 %n 小时内上报</numerusform>
        </translation>
    </message>
    <message>
        <source>Only overdue cases</source>
        <translation>只看超期案件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>gridward::CaseOverlay</name>
    <message>
        <source>%1 open cases, %2 of them overdue. Zoom in to see each.</source>
        <translation>%1 件未结案件，其中 %2 件超期。放大后可逐件查看。</translation>
    </message>
    <message>
        <source>%1 open cases. Zoom in to see each.</source>
        <translation>%1 件未结案件。放大后可逐件查看。</translation>
    </message>
</context>
<context>
    <name>gridward::CasePanel</name>
    <message>
        <source>%1: somebody else was first. “%2” is no longer possible.</source>
        <translation>%1：已被他人抢先处理，“%2”不再可用。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>不可操作</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Choose a case to see what it is about and what can be done.</source>
        <translation>请选择案件，查看详情和可执行的操作。</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Why not more?</source>
        <translation>其他操作为何不可用？</translation>
    </message>
    <message>
        <source>Shows the steps that are not possible now, and why</source>
        <translation>显示当前不可执行的操作及原因</translation>
    </message>
    <message>
        <source>You work as %1 (%2).</source>
        <translation>当前身份：%1（%2）。</translation>
    </message>
    <message>
        <source>You work as %1 (%2). Nothing is left to do here.</source>
        <translation>当前身份：%1（%2）。该案件已无后续操作。</translation>
    </message>
    <message>
        <source>You work as %1 (%2), who cannot take a step here. Next: %3, by: %4.</source>
        <translation>当前身份：%1（%2），不能操作该案件。下一步：%3，由%4办理。</translation>
    </message>
    <message>
        <source>not while the case is “%1”</source>
        <translation>案件处于“%1”状态时不可操作</translation>
    </message>
    <message>
        <source>not as %1 (%2)</source>
        <translation>%1（%2）无此权限</translation>
    </message>
    <message>
        <source>Not while the case is “%1”: %2</source>
        <translation>案件处于“%1”状态时不可操作：%2</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多步骤</translation>
    </message>
    <message>
        <source>somebody else was first</source>
        <translation>他人已抢先</translation>
    </message>
    <message>
        <source>%1: “%2” was not done: %3</source>
        <translation>%1：“%2”未执行：%3</translation>
    </message>
    <message>
        <source>What you entered is kept: open the case to decide.</source>
        <translation>您录入的内容已保留：打开该案件即可决定。</translation>
    </message>
    <message>
        <source>“%1” is being entered here. Send it, or leave it with Esc, before “%2”.</source>
        <translation>此处正在填写“%1”。请先发送，或按 Esc 放弃，再进行“%2”。</translation>
    </message>
    <message>
        <source>What you had chosen cannot be chosen any more: choose anew.</source>
        <translation>原来选择的已不能再选，请重新选择。</translation>
    </message>
    <message>
        <source>%1: nothing was done. What you typed for “%2” is kept with the case.</source>
        <translation>%1：未做任何操作。为“%2”填写的内容已作为草稿保留在该案件上。</translation>
    </message>
    <message>
        <source>no unit has the case yet, so there is nobody to urge</source>
        <translation>案件尚未交给任何单位，无可催办</translation>
    </message>
    <message>
        <source>You work as %1 (%2). What you can do here is under “%3”.</source>
        <translation>当前身份：%1（%2）。可用的操作在“%3”中。</translation>
    </message>
    <message>
        <source>The case was changed meanwhile: look at both versions and decide.</source>
        <translation>案件在此期间已变更：请对照两个版本后再决定。</translation>
    </message>
    <message>
        <source>%1: what you typed for “%2” is kept. Begin the step again to go on.</source>
        <translation>%1：为“%2”填写的内容已保留，再次开始该步骤即可继续。</translation>
    </message>
    <message>
        <source>You had begun this step. It is as you left it: send it, or leave it for later with Esc.</source>
        <translation>这项操作您已开始填写，内容如您离开时。可提交，或按 Esc 留待以后。</translation>
    </message>
    <message>
        <source>Open the page of the case (Ctrl+I)</source>
        <translation>打开案件页（Ctrl+I）</translation>
    </message>
    <message>
        <source>Open the page of the case</source>
        <translation>打开案件页</translation>
    </message>
</context>
<context>
    <name>gridward::CaseStages</name>
    <message>
        <source>With units</source>
        <translation>已派单位</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>处置中</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>To close</source>
        <translation>待结案</translation>
    </message>
    <message>
        <source>Awaiting filing</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Awaiting dispatch</source>
        <translation>待派遣</translation>
    </message>
</context>
<context>
    <name>gridward::CaseTable</name>
    <message>
        <source>Columns as they were</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>最紧急的在前</translation>
    </message>
    <message>
        <source>Waiting too long first</source>
        <translation>等待过久的在前</translation>
    </message>
    <message>
        <source>%1, upwards</source>
        <translation>%1，升序</translation>
    </message>
    <message>
        <source>%1, downwards</source>
        <translation>%1，降序</translation>
    </message>
    <message>
        <source>Next and previous case</source>
        <translation>下一件、上一件</translation>
    </message>
    <message>
        <source>Choose several cases in a row</source>
        <translation>连续选择多件案件</translation>
    </message>
    <message>
        <source>Ctrl+↓, Ctrl+Space</source>
        <translation>Ctrl+↓、Ctrl+空格</translation>
    </message>
    <message>
        <source>Choose single cases</source>
        <translation>逐件选择</translation>
    </message>
    <message>
        <source>Choose all that match</source>
        <translation>选择全部符合条件的案件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Work on the case</source>
        <translation>办理该案件</translation>
    </message>
    <message>
        <source>Take back my last step</source>
        <translation>撤回我的上一步</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>在队列中查找</translation>
    </message>
    <message>
        <source>Waiting too long first, and back</source>
        <translation>等待过久的在前／恢复</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Saved view of that number</source>
        <translation>切换到该编号的视图</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>显示按键说明</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>First and last case</source>
        <translation>第一件、最后一件</translation>
    </message>
    <message>
        <source>Choose the queue of that place</source>
        <translation>切换到该序号的队列</translation>
    </message>
    <message>
        <source>%1 (no room now)</source>
        <translation>%1（暂无空间）</translation>
    </message>
</context>
<context>
    <name>gridward::CaseTableModel</name>
    <message>
        <source>Due %1</source>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Street and grid</source>
        <translation>街道与网格</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Handling limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>%1: waits too long, for %2 (limit %3)</source>
        <translation>%1：等待过久，已等 %2（限 %3）</translation>
    </message>
    <message>
        <source>No unit has the case yet: this is the limit of the stage that it is in, until %1.</source>
        <translation>案件尚未派给处置单位：这是当前阶段的时限，至 %1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>处置人</translation>
    </message>
    <message>
        <source>Not yours</source>
        <translation>非本人</translation>
    </message>
    <message>
        <source>%1. You dispatched or handled it: somebody else has to judge it.</source>
        <translation>%1。您派遣或处置过此案，须由其他人评判。</translation>
    </message>
    <message>
        <source>Suspended until %1</source>
        <translation>挂账至 %1</translation>
    </message>
</context>
<context>
    <name>gridward::CaseTimeline</name>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>截止 %1</translation>
    </message>
    <message>
        <source>At the desks</source>
        <translation>在坐席</translation>
    </message>
    <message>
        <source>With the unit</source>
        <translation>在单位</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
</context>
<context>
    <name>gridward::CaseWorkspace</name>
    <message>
        <source>Open a case: its number, or words of it …</source>
        <translation>打开案件：输入案号或其中的文字……</translation>
    </message>
    <message>
        <source>A step of the shown case is being entered. Send it, or leave it with Esc, first.</source>
        <translation>正在填写所示案件的步骤。请先提交，或按 Esc 离开。</translation>
    </message>
    <message>
        <source>Reading the case …</source>
        <translation>正在读取案件……</translation>
    </message>
    <message>
        <source>Not updated since %1: %2</source>
        <translation>自 %1 起未更新：%2</translation>
    </message>
    <message>
        <source>This case is not for you to see</source>
        <translation>您无权查看此案件</translation>
    </message>
    <message>
        <source>There is no such case</source>
        <translation>没有这个案件</translation>
    </message>
    <message>
        <source>The case could not be read</source>
        <translation>无法读取案件</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的案件</translation>
    </message>
    <message>
        <source>Type its number, or words of it, in the field above (/). From any other screen Ctrl+I opens the page of the case that is shown there.</source>
        <translation>在上方输入框（/）中输入案号或其中的文字。在其他界面按 Ctrl+I，可打开那里所示案件的页面。</translation>
    </message>
    <message>
        <source>Your role may not both print and export cases.</source>
        <translation>您的角色不能同时打印和导出案件。</translation>
    </message>
    <message>
        <source>No rule explains the deadlines of this case.</source>
        <translation>没有规则能说明本案的时限。</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>none was called</source>
        <translation>未呼叫</translation>
    </message>
    <message>
        <source>The evidence is NOT what the log says.</source>
        <translation>证据与日志记载【不一致】。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Case before</source>
        <translation>上一案件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>返回%1</translation>
    </message>
    <message>
        <source>Back to where you came from (Esc)</source>
        <translation>返回来处（Esc）</translation>
    </message>
    <message>
        <source>Case folder (PDF) …</source>
        <translation>案件卷宗（PDF）…</translation>
    </message>
    <message>
        <source>Names and phones of callers stay masked; who may open them does so in the steps at the left.</source>
        <translation>反映人的姓名与电话保持脱敏；有权者可在左侧步骤栏打开。</translation>
    </message>
    <message>
        <source>Steps and form</source>
        <translation>步骤与表单</translation>
    </message>
    <message>
        <source>Within 200 m</source>
        <translation>200 米以内</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Clocks and deadline</source>
        <translation>计时与时限</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Related cases, calls</source>
        <translation>关联案件与吹哨</translation>
    </message>
    <message>
        <source>Log and chain</source>
        <translation>日志与链</translation>
    </message>
    <message>
        <source>case-%1.pdf</source>
        <translation>案件-%1.pdf</translation>
    </message>
    <message>
        <source>Case folder</source>
        <translation>案件卷宗</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with the files inside were written to %1.</source>
        <translation>
            <numerusform>已将 %n 页及内含文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>There is no case %1 that you may see</source>
        <translation>没有您可以查看的案件 %1</translation>
    </message>
    <message>
        <source>Everything on this page and the files themselves, as one PDF (Ctrl+P)</source>
        <translation>把本页全部内容及原文件写成一个 PDF（Ctrl+P）</translation>
    </message>
</context>
<context>
    <name>gridward::ChainLog</name>
    <message>
        <source>Head: %1</source>
        <translation>链头：%1</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>第 %1 步：%2，%3</translation>
    </message>
    <message>
        <source>does not follow</source>
        <translation>不衔接</translation>
    </message>
    <message>
        <source>Follows from the step before</source>
        <translation>与前一步衔接</translation>
    </message>
    <message>
        <source>This step is not what it was when it was written</source>
        <translation>此步骤已不是写入时的样子</translation>
    </message>
</context>
<context>
    <name>gridward::ChangePasswordPage</name>
    <message>
        <source>The present password is wrong.</source>
        <translation>当前密码错误。</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Somebody else gave you this password. Choose one that only you know; until then nothing else can be done.</source>
        <translation>此密码由他人设置。请设一个只有您知道的密码；在此之前不能进行其他操作。</translation>
    </message>
    <message>
        <source>Wherever else %1 is signed in, they will be asked for it.</source>
        <translation>%1 在其他地方的登录将失效，须用新密码重新登录。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换其他用户登录</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
</context>
<context>
    <name>gridward::ClassFilterField</name>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Type a code, pinyin initials or words; ↓ shows the most frequent classes. Empty: all classes.</source>
        <translation>输入代码、拼音首字母或文字；按 ↓ 列出最常见的类别。清空即为全部类别。</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>未结 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::CommandBar</name>
    <message>
        <source>Type a command: “d 2 unit” dispatches row 2. “?” shows all of them.</source>
        <translation>输入命令：“派 2 单位”派遣第 2 行，“?”显示全部命令。</translation>
    </message>
    <message>
        <source>Enter: %1</source>
        <translation>Enter 执行：%1</translation>
    </message>
    <message>
        <source>%1 Not possible: %2</source>
        <translation>%1&#x3000;不能执行：%2</translation>
    </message>
    <message>
        <source>At “%1”: </source>
        <translation>在“%1”处：</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Command (F4 or :)</source>
        <translation>命令（F4 或 :）</translation>
    </message>
</context>
<context>
    <name>gridward::CompareControls</name>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>A year before</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>First day of the other period</source>
        <translation>另一时段的首日</translation>
    </message>
    <message>
        <source>Last day of the other period</source>
        <translation>另一时段的末日</translation>
    </message>
</context>
<context>
    <name>gridward::ConflictView</name>
    <message>
        <source>%1  %2: %3</source>
        <translation>%1&#x3000;%2：%3</translation>
    </message>
    <message>
        <source>When you began</source>
        <translation>您开始时</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>处置时限</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Somebody else changed case %1 while you were at it. Nothing of yours was written, and nothing that you typed is lost.</source>
        <translation>您办理期间，他人改动了案件 %1。您的操作尚未写入，录入的内容没有丢失。</translation>
    </message>
    <message>
        <source>In between:</source>
        <translation>其间：</translation>
    </message>
    <message>
        <source>You were about to:</source>
        <translation>您正要：</translation>
    </message>
    <message>
        <source>It is no longer possible: %1.</source>
        <translation>已不能进行：%1。</translation>
    </message>
    <message>
        <source>Do it on the new state</source>
        <translation>在新状态上执行</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it as it is now</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Discard what I typed</source>
        <translation>丢弃我填写的内容</translation>
    </message>
    <message>
        <source>Ctrl+Enter goes to “%1”; Enter there does it.</source>
        <translation>按 Ctrl+Enter 移到“%1”按钮，再按 Enter 执行。</translation>
    </message>
    <message>
        <source>Esc leaves the case as it is now and keeps what you typed.</source>
        <translation>按 Esc 保持案件现状，您填写的内容留作草稿。</translation>
    </message>
    <message>
        <source>Esc leaves the case as it is now.</source>
        <translation>按 Esc 保持案件现状。</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>You changed case %1 yourself, at another window or panel, while you were at it here. Nothing was written here, and nothing that you typed is lost.</source>
        <translation>您本人已在别的窗口或面板中变更了案件 %1，而此处的操作尚未完成。此处没有写入任何内容，您填写的内容也没有丢失。</translation>
    </message>
</context>
<context>
    <name>gridward::DeskGuard</name>
    <message>
        <source>The session ended because nobody used it.</source>
        <translation>因长时间无人使用，会话已结束。</translation>
    </message>
    <message>
        <source>The session has lasted its time. Sign in again.</source>
        <translation>会话已到时限，请重新登录。</translation>
    </message>
    <message>
        <source>The password was changed elsewhere. Sign in again.</source>
        <translation>密码已在别处修改，请重新登录。</translation>
    </message>
    <message>
        <source>This account was disabled.</source>
        <translation>此账号已停用。</translation>
    </message>
    <message>
        <source>The session was ended elsewhere.</source>
        <translation>会话已在别处结束。</translation>
    </message>
</context>
<context>
    <name>gridward::DeskMap</name>
    <message>
        <source>Nobody on duty stands there: nothing was done. Drop cases on somebody on duty, or on a unit in the list.</source>
        <translation>那里没有在岗人员，未做任何操作。请把案件放到在岗人员或单位列表的单位上。</translation>
    </message>
    <message>
        <source>%1 belongs to no unit that handles cases: nothing was done.</source>
        <translation>%1 不属于任何处置单位，未做任何操作。</translation>
    </message>
    <message>
        <source>Assign case %1 to %2 (%3)?</source>
        <translation>把案件 %1 指派给 %2（%3）？</translation>
    </message>
    <message numerus="yes">
        <source>Dispatch %n case(s) to %1, the unit of %2?</source>
        <translation>
            <numerusform>把 %n 件派遣给 %2 所属的%1？</numerusform>
        </translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>gridward::DesktopKeyring</name>
    <message>
        <source>The keyring of this desktop does not answer; nothing is remembered. You will be asked for the password.</source>
        <translation>此桌面的密钥环没有响应，不会记住登录，下次仍须输入密码。</translation>
    </message>
</context>
<context>
    <name>gridward::DispatchWorkspace</name>
    <message>
        <source>Awaiting filing</source>
        <translation>待立案</translation>
    </message>
    <message>
        <source>Nothing awaits filing</source>
        <translation>没有待立案案件</translation>
    </message>
    <message>
        <source>New reports appear here by themselves.</source>
        <translation>新上报的案件会自动出现在这里。</translation>
    </message>
    <message>
        <source>Awaiting dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>Nothing awaits dispatch</source>
        <translation>没有待派遣案件</translation>
    </message>
    <message>
        <source>Cases appear here as soon as they are filed.</source>
        <translation>案件立案后会自动出现在这里。</translation>
    </message>
    <message>
        <source>No unit has an open case</source>
        <translation>各单位没有未结案件</translation>
    </message>
    <message>
        <source>Cases appear here as soon as they are dispatched.</source>
        <translation>案件派遣后会自动出现在这里。</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未结</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有未结案件</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n 件未能派遣：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing was done here since you signed in</source>
        <translation>登录以来在此没有操作</translation>
    </message>
    <message>
        <source>%1 of %2 can</source>
        <translation>%2 件中 %1 件可以</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No case is chosen: choose one first.</source>
        <translation>没有选中案件，请先选择。</translation>
    </message>
    <message>
        <source>Steps are still being written. Try again in a moment.</source>
        <translation>操作仍在写入，请稍后再试。</translation>
    </message>
    <message>
        <source>no longer open</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1（%n 件）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s).</source>
        <translation>
            <numerusform>%1：%n 件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Case and steps</source>
        <translation>案件与操作</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>No unit stands there: nothing was done. Drop cases on the row of a unit.</source>
        <translation>那里没有单位，未做任何操作。请把案件放到单位所在行。</translation>
    </message>
    <message>
        <source>d</source>
        <translation>派</translation>
    </message>
    <message>
        <source>The case is in no queue here: the filters hide it.</source>
        <translation>各队列中都没有这件案件：被筛选条件隐藏了。</translation>
    </message>
    <message>
        <source>What could not be done waits to be decided: decide it or leave it with Esc.</source>
        <translation>未能执行的操作尚待决定：请逐件决定，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Dropped by mistake? “Take back” undoes it.</source>
        <translation>拖错了？点“撤回”即可取消。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>No request waits for a decision</source>
        <translation>没有待审批的申请</translation>
    </message>
    <message>
        <source>Cases appear here when their unit asks for an extension or a suspension.</source>
        <translation>单位申请延期或挂账的案件会显示在这里。</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>已派遣</translation>
    </message>
    <message numerus="yes">
        <source>%n of the cases lie outside the street of this unit.</source>
        <translation>
            <numerusform>其中 %n 件不在该单位所属的街道。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: somebody else was first.</source>
        <translation>%1：已被他人抢先办理。</translation>
    </message>
    <message>
        <source>%1: somebody else was first: %2</source>
        <translation>%1：已被他人抢先办理：%2</translation>
    </message>
</context>
<context>
    <name>gridward::EndField</name>
    <message>
        <source>Until further notice</source>
        <translation>至另行通知</translation>
    </message>
</context>
<context>
    <name>gridward::EvaluationWorkspace</name>
    <message>
        <source>Export the figures</source>
        <translation>导出指标</translation>
    </message>
    <message>
        <source>“%1” was written.</source>
        <translation>已写入“%1”。</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>考核评价</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>周期类型</translation>
    </message>
    <message>
        <source>By whom or where</source>
        <translation>评价对象</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>2026-11 or 2026-11-01..2026-11-22</source>
        <translation>2026-11 或 2026-11-01..2026-11-22</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>上一周期</translation>
    </message>
    <message>
        <source>The period behind</source>
        <translation>下一周期</translation>
    </message>
    <message>
        <source>Both definitions</source>
        <translation>两种口径</translation>
    </message>
    <message>
        <source>Where two definitions are in use, both stand beside each other</source>
        <translation>有两种通行口径的指标并列显示</translation>
    </message>
    <message>
        <source>Count again (F5)</source>
        <translation>重新统计（F5）</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>XLSX …</source>
        <translation>XLSX …</translation>
    </message>
    <message>
        <source>PDF …</source>
        <translation>PDF …</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No district is open</source>
        <translation>没有打开的区</translation>
    </message>
    <message>
        <source>There are no figures</source>
        <translation>没有指标</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1，按%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>没有案件</translation>
    </message>
    <message>
        <source>The newest %1 of %2 cases</source>
        <translation>%2 件案件中最新的 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Leave this unit (Esc)</source>
        <translation>取消选择该对象（Esc）</translation>
    </message>
</context>
<context>
    <name>gridward::EvidencePair</name>
    <message>
        <source>No picture came with the report.</source>
        <translation>上报时没有附照片。</translation>
    </message>
    <message>
        <source>No picture came with the work handed in.</source>
        <translation>反馈时没有附照片。</translation>
    </message>
    <message>
        <source>The work is not handed in yet.</source>
        <translation>尚未反馈。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>处置前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>处置后</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>正在读取照片…</translation>
    </message>
    <message>
        <source>The picture cannot be read.</source>
        <translation>照片无法读取。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show it large (Enter)</source>
        <translation>放大显示（回车）</translation>
    </message>
</context>
<context>
    <name>gridward::EvidencePanel</name>
    <message>
        <source>No picture or file came with this case.</source>
        <translation>本案没有图片或文件。</translation>
    </message>
    <message>
        <source>Before: nothing came with the report.</source>
        <translation>处置前：上报时没有附件。</translation>
    </message>
    <message>
        <source>After: nothing came with the work yet.</source>
        <translation>处置后：尚无处置附件。</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>A file, %1</source>
        <translation>文件，%1</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, or of a kind that is not read here.</source>
        <translation>此图片无法显示：已损坏，或格式不支持。</translation>
    </message>
</context>
<context>
    <name>gridward::FileTask</name>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
</context>
<context>
    <name>gridward::FilingQueue</name>
    <message>
        <source>Reports appear here until they are filed or refused.</source>
        <translation>上报的案件在立案或不予受理之前显示在这里。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing awaits filing</source>
        <translation>没有待立案案件</translation>
    </message>
    <message>
        <source>To be filed</source>
        <translation>可立案</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>核实中</translation>
    </message>
    <message>
        <source>Nothing is being verified</source>
        <translation>没有正在核实的案件</translation>
    </message>
    <message>
        <source>Reports appear here while somebody looks whether they are true.</source>
        <translation>有人在现场核实时，案件显示在这里。</translation>
    </message>
    <message>
        <source>Awaiting filing</source>
        <translation>待立案</translation>
    </message>
</context>
<context>
    <name>gridward::FilterStrip</name>
    <message>
        <source>Filter active: %1 of %2 shown</source>
        <translation>已筛选：显示 %1 件，共 %2 件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>gridward::FirstStartPage</name>
    <message>
        <source>The first administrator</source>
        <translation>首位管理员</translation>
    </message>
    <message>
        <source>The first administrator of %1</source>
        <translation>%1的首位管理员</translation>
    </message>
    <message>
        <source>Nobody has a password here yet, so whoever can open the file may do everything. Make an administrator; he or she makes the other accounts.</source>
        <translation>此处尚无人设密码，能打开文件的人即可进行任何操作。请建立管理员，由其建立其他账号。</translation>
    </message>
    <message>
        <source>Name to sign in with: 2 to 64 letters, digits, dots, hyphens or underscores</source>
        <translation>登录用户名：2 至 64 个文字、数字、点、连字符或下划线</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Make this administrator and sign in</source>
        <translation>建立管理员并登录</translation>
    </message>
    <message>
        <source>Work as the local owner for now</source>
        <translation>暂以本机所有者身份工作</translation>
    </message>
    <message>
        <source>The owner may do everything, and the log will say “owner”, not who it was.</source>
        <translation>所有者可进行任何操作，而日志只记为“owner”，不记是谁。</translation>
    </message>
</context>
<context>
    <name>gridward::GridCardPanel</name>
    <message>
        <source>Report here</source>
        <translation>在此上报</translation>
    </message>
    <message>
        <source>No open cases</source>
        <translation>没有未结案件</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s)</source>
        <translation>
            <numerusform>未结案件 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s), %1 of them overdue</source>
        <translation>
            <numerusform>未结案件 %n 件，其中超期 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was ever reported here</source>
        <translation>此处从未有过上报</translation>
    </message>
    <message>
        <source>Latest reports</source>
        <translation>最近上报</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>Residents</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 个以上</translation>
    </message>
    <message>
        <source>Responsible today</source>
        <translation>今日责任人</translation>
    </message>
    <message>
        <source>Nobody is responsible for this grid today.</source>
        <translation>今天没有人负责这个网格。</translation>
    </message>
    <message>
        <source>Responsible here now</source>
        <translation>此处当前责任人</translation>
    </message>
</context>
<context>
    <name>gridward::GuardTask</name>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
</context>
<context>
    <name>gridward::HeatChild</name>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>The export could not be started. Install the program anew, or choose a smaller page.</source>
        <translation>无法启动导出。请重新安装程序，或选择较小的页面。</translation>
    </message>
    <message>
        <source>The export ended unexpectedly, and nothing was written. Try again; if it happens again, choose a smaller page or larger cells.</source>
        <translation>导出意外终止，未写出任何内容。请重试；如再次发生，请选择较小的页面或较大的像元。</translation>
    </message>
</context>
<context>
    <name>gridward::HeatControls</name>
    <message>
        <source>Quartic</source>
        <translation>四次</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>Epanechnikov</translation>
    </message>
    <message>
        <source>Triweight</source>
        <translation>三权</translation>
    </message>
    <message>
        <source>Triangular</source>
        <translation>三角</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Rule of Scott</source>
        <translation>Scott 规则</translation>
    </message>
    <message>
        <source>Rule of Silverman</source>
        <translation>Silverman 规则</translation>
    </message>
    <message>
        <source>Likelihood (takes longer)</source>
        <translation>似然（较慢）</translation>
    </message>
    <message>
        <source>Adaptive: smaller in a crowd</source>
        <translation>自适应：密集处小</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>Equal steps</source>
        <translation>等距</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>The rule chose %1 m.</source>
        <translation>按规则选取 %1 米。</translation>
    </message>
    <message>
        <source>The rule chooses from the cases.</source>
        <translation>按规则由案件选取。</translation>
    </message>
    <message>
        <source>Cases per km²</source>
        <translation>件/平方公里</translation>
    </message>
    <message>
        <source>Cases per km² and month</source>
        <translation>件/平方公里·月</translation>
    </message>
    <message>
        <source>Cases per 10,000 components</source>
        <translation>件/万个部件</translation>
    </message>
    <message>
        <source>Cases per 10,000 addresses</source>
        <translation>件/万个地址</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>核函数</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>分级</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>Radius in metres</source>
        <translation>半径（米）</translation>
    </message>
    <message>
        <source>How far a case reaches: its weight falls to nothing there. Of a Gaussian it is the standard deviation.</source>
        <translation>案件影响的距离：到此处权重为零。高斯核时为标准差。</translation>
    </message>
    <message>
        <source>Older cases count less</source>
        <translation>越早的案件权重越低</translation>
    </message>
    <message>
        <source>After so many days a case counts half.</source>
        <translation>每早这么多天，权重减半。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Days after which a case counts half</source>
        <translation>权重减半的天数</translation>
    </message>
    <message>
        <source>Correct the edge of the district</source>
        <translation>校正城区边缘</translation>
    </message>
    <message>
        <source>Makes up for cases beyond the border that nobody counted. Outside of it nothing is known.</source>
        <translation>补上边界以外无人统计的案件。边界以外为未知。</translation>
    </message>
    <message>
        <source>Cases per 10,000 residents</source>
        <translation>件/万人</translation>
    </message>
    <message>
        <source>Cases per 10,000 households</source>
        <translation>件/万户</translation>
    </message>
</context>
<context>
    <name>gridward::HeatDialog</name>
    <message>
        <source>How long may a case wait?</source>
        <translation>案件可以等待多久？</translation>
    </message>
    <message>
        <source>A case that waits longer to be filed or dispatched gets a flame, two after twice and three after four times as long. This holds for everybody at this computer.</source>
        <translation>待立案或待派遣的案件超过该时间显示一个火焰，达到两倍显示两个，四倍显示三个。此设置对本机所有用户有效。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Usual limits</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>gridward::HeatExporter</name>
    <message>
        <source>The heat map is still being computed. Export it when it is complete.</source>
        <translation>热力图仍在计算，请在完成后导出。</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
</context>
<context>
    <name>gridward::HeatLegendBar</name>
    <message>
        <source>From %1 to %2 %3</source>
        <translation>从 %1 到 %2 %3</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Classes: %1</source>
        <translation>分级：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Without colour: not known, too few are in reach</source>
        <translation>无色：未知，可及范围内数量太少</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
    <message>
        <source>more →</source>
        <translation>增加 →</translation>
    </message>
    <message>
        <source>Too few in reach: not known</source>
        <translation>数量太少：未知</translation>
    </message>
    <message>
        <source>← fewer</source>
        <translation>← 减少</translation>
    </message>
</context>
<context>
    <name>gridward::HourMatrix</name>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 to %3: %n case(s)</source>
        <translation>
            <numerusform>%1 %2 至 %3：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases by hour of the week</source>
        <translation>一周各小时的案件数</translation>
    </message>
    <message numerus="yes">
        <source>Cases by hour of the week, %n hour(s) chosen</source>
        <translation>
            <numerusform>一周各小时的案件数，已选 %n 个小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::HouseholdList</name>
    <message>
        <source>Service households: %1</source>
        <translation>服务家庭：%1</translation>
    </message>
    <message>
        <source>There is none in this grid.</source>
        <translation>该网格没有服务家庭。</translation>
    </message>
    <message>
        <source>The first %1 are listed.</source>
        <translation>仅列出前 %1 户。</translation>
    </message>
    <message>
        <source>Masked list</source>
        <translation>遮蔽名单</translation>
    </message>
    <message>
        <source>Each household is opened by itself, for a purpose.</source>
        <translation>每户须单独查看，并选择用途。</translation>
    </message>
</context>
<context>
    <name>gridward::InboxModel</name>
    <message>
        <source>Row</source>
        <translation>来件号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>来件时间</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>不予受理：%1</translation>
    </message>
    <message>
        <source>One with row %1</source>
        <translation>并入来件 %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可登记</translation>
    </message>
    <message>
        <source>Needs place and class</source>
        <translation>缺位置和类别</translation>
    </message>
    <message>
        <source>Needs place</source>
        <translation>缺位置</translation>
    </message>
    <message>
        <source>Needs class</source>
        <translation>缺类别</translation>
    </message>
    <message>
        <source>outside of every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 件来件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed by these words: %1</source>
        <translation>依据这些词建议：%1</translation>
    </message>
    <message>
        <source>As it was told; no place was found for it: %1</source>
        <translation>来件原话，没有找到对应的位置：%1</translation>
    </message>
    <message>
        <source>%1 (component)</source>
        <translation>%1（部件）</translation>
    </message>
    <message>
        <source>Registered as case %1</source>
        <translation>已登记为案件 %1</translation>
    </message>
    <message>
        <source>Joined to case %1</source>
        <translation>并入案件 %1</translation>
    </message>
</context>
<context>
    <name>gridward::Inspector</name>
    <message numerus="yes">
        <source>%n case(s) here</source>
        <translation>
            <numerusform>此处 %n 件案件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases here</source>
        <translation>此处案件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Unit grid</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Key place</source>
        <translation>重点部位</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗人员</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>These cases have ended meanwhile.</source>
        <translation>这些案件已经办结。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gridward::IntakeForm</name>
    <message>
        <source>You work as %1 (%2), who cannot report.</source>
        <translation>当前身份：%1（%2），无上报权限。</translation>
    </message>
    <message>
        <source>Still needed: the place.</source>
        <translation>还需要：地点。</translation>
    </message>
    <message>
        <source>Still needed: a place inside of the district.</source>
        <translation>还需要：本区以内的地点。</translation>
    </message>
    <message>
        <source>Still needed: the class.</source>
        <translation>还需要：类别。</translation>
    </message>
    <message>
        <source>Still needed: what the problem is.</source>
        <translation>还需要：问题描述。</translation>
    </message>
    <message>
        <source>A moment: something is still being read.</source>
        <translation>请稍候：还有内容正在读取。</translation>
    </message>
    <message>
        <source>Not registered: %1 What you entered is kept.</source>
        <translation>未登记：%1您输入的内容已保留。</translation>
    </message>
    <message>
        <source>Being registered …</source>
        <translation>正在登记…</translation>
    </message>
    <message>
        <source>Nothing here is called so. Type less of it, or click the map.</source>
        <translation>没有叫这个名字的地点。请少输几个字，或点击地图。</translation>
    </message>
    <message>
        <source>Call desk</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>&amp;Where?</source>
        <translation>地点(&amp;W)</translation>
    </message>
    <message>
        <source>Address, place, grid, component number or coordinates</source>
        <translation>地址、地点、网格、部件编号或坐标</translation>
    </message>
    <message>
        <source>Where?</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>&amp;Address as told</source>
        <translation>来电所述地址(&amp;A)</translation>
    </message>
    <message>
        <source>Address as told</source>
        <translation>来电所述地址</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Code, pinyin initials or words</source>
        <translation>代码、拼音首字母或名称</translation>
    </message>
    <message>
        <source>Class of the problem</source>
        <translation>案件类别</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>In the words of the caller; Shift+Enter for a new line</source>
        <translation>来电人的原话；Shift+Enter 换行</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>来源(&amp;O)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>级别(&amp;L)</translation>
    </message>
    <message>
        <source>Register  Ctrl+Enter</source>
        <translation>登记  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>outside of the district</source>
        <translation>本区以外</translation>
    </message>
    <message>
        <source>“%1” is an area. Type an address in it, or click the place on the map.</source>
        <translation>“%1”是一片区域。请输入其中的地址，或在地图上点击地点。</translation>
    </message>
    <message>
        <source>The place is near “%1”, not exact. Click the map where it is.</source>
        <translation>位置在“%1”附近，并不准确。请在地图上点击准确位置。</translation>
    </message>
    <message>
        <source>This place lies outside of the district: no grid here is responsible. Type another one, or click inside of the district.</source>
        <translation>该地点在本区以外，没有责任网格。请输入别的地点，或在本区以内点击。</translation>
    </message>
    <message>
        <source>No picture here says where it was taken.</source>
        <translation>没有照片带有拍摄地点。</translation>
    </message>
    <message>
        <source>What is the &amp;problem?</source>
        <translation>问题描述(&amp;P)</translation>
    </message>
    <message>
        <source>The grid of this place could not be read: %1 What you entered is kept.</source>
        <translation>未能读取该地点所属的网格：%1已录入的内容保留。</translation>
    </message>
    <message>
        <source>Is registered as soon as everything is read …</source>
        <translation>读取完成后自动登记……</translation>
    </message>
    <message>
        <source>The grid of this place could not be read. Registering tries it again.</source>
        <translation>未能读取该地点所属的网格。再次登记时会重新读取。</translation>
    </message>
    <message>
        <source>Not registered yet: a picture cannot go with it. Take it out, or register again without it.</source>
        <translation>尚未登记：有照片无法随案件上传。请移除该照片，或再次登记（不含该照片）。</translation>
    </message>
    <message>
        <source>&amp;Keep for the next call</source>
        <translation>下一件沿用(&amp;K)</translation>
    </message>
    <message>
        <source>No place here is called “%1”. Type less of it or something else near by, or click the place on the map.</source>
        <translation>查不到地点“%1”。请少输几个字、输入附近的其他地点，或在地图上点击。</translation>
    </message>
    <message>
        <source>No class is called “%1”. Type its code, the initials of its pinyin or a word of its name.</source>
        <translation>查不到类别“%1”。请输入代码、拼音首字母或名称中的字词。</translation>
    </message>
    <message>
        <source>near %1</source>
        <translation>%1附近</translation>
    </message>
    <message>
        <source>What you had cleared is back.</source>
        <translation>已恢复清空的内容。</translation>
    </message>
    <message>
        <source>Cleared. F12 brings it back.</source>
        <translation>已清空。按 F12 恢复。</translation>
    </message>
    <message>
        <source>Clear  F12</source>
        <translation>清空  F12</translation>
    </message>
    <message>
        <source>Clears the form; F12 again brings it back</source>
        <translation>清空表格；再按 F12 恢复</translation>
    </message>
    <message>
        <source>No class is called so. Type less of it, its code or other words.</source>
        <translation>没有这样的类别。请少输几个字，或输入代码、其他词。</translation>
    </message>
    <message>
        <source>“%1” is not known here. The place taken is “%2”, the nearest number known in the same street: click the map where it really is.</source>
        <translation>地址库中没有“%1”。已取同一条路上号数最近的“%2”，请在地图上点出准确位置。</translation>
    </message>
</context>
<context>
    <name>gridward::IntakeWorkspace</name>
    <message>
        <source>What you enter is not kept as a draft: %1</source>
        <translation>您输入的内容没有存为草稿：%1</translation>
    </message>
    <message>
        <source>There is no likely duplicate to join.</source>
        <translation>没有可并入的疑似重复案件。</translation>
    </message>
    <message>
        <source>As soon as the place is known, its grid and the people and units responsible for it stand here.</source>
        <translation>地点确定后，这里显示所属网格及责任人、责任单位。</translation>
    </message>
    <message>
        <source>Outside of the district: nobody here is responsible.</source>
        <translation>在本区以外：没有责任人。</translation>
    </message>
    <message>
        <source>Restored from %1. F12 empties the form.</source>
        <translation>已恢复 %1 的内容。按 F12 清空。</translation>
    </message>
    <message>
        <source>Registered as %1.</source>
        <translation>已登记，案件编号 %1。</translation>
    </message>
    <message>
        <source>Joined with case %1; the call is kept as %2.</source>
        <translation>已并入案件 %1；本次来电记为 %2。</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Awaiting filing  F3</source>
        <translation>待立案  F3</translation>
    </message>
    <message>
        <source>Not up to date: the database could not be read since %1. What you enter is kept here; try to register it again in a moment.</source>
        <translation>数据不是最新：自 %1 起无法读取数据库。您输入的内容保留在此，请稍后再登记。</translation>
    </message>
    <message>
        <source>Call desk</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Register a call  F2</source>
        <translation>登记来电  F2</translation>
    </message>
    <message>
        <source>F4 duplicates · F7 pictures · F8 join · F9 the picture&apos;s place · Ctrl+Enter register</source>
        <translation>F4 疑似重复 · F7 照片 · F8 并入 · F9 采用照片位置 · Ctrl+Enter 登记</translation>
    </message>
    <message>
        <source>Responsible here</source>
        <translation>此处责任人</translation>
    </message>
    <message>
        <source>Since this morning bags lie on the pavement; it smells.</source>
        <translation>今天早上起人行道上堆着垃圾袋，有异味。</translation>
    </message>
    <message>
        <source>Caller (example)</source>
        <translation>来电人（示例）</translation>
    </message>
    <message>
        <source>A call begun at the seat %1 at %2 is not registered yet.</source>
        <translation>您在坐席 %1 于 %2 开始受理的来电尚未登记。</translation>
    </message>
    <message>
        <source>Register first what stands here, or empty the form (F12).</source>
        <translation>请先登记当前内容，或清空表单（F12）。</translation>
    </message>
    <message>
        <source>Go on with it here</source>
        <translation>在此继续受理</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>留在原坐席</translation>
    </message>
    <message>
        <source>F5 file · F6 refuse · F7 send to verify, or verified · F9 void</source>
        <translation>F5 立案 · F6 不予受理 · F7 派人核实 / 核实属实 · F9 作废</translation>
    </message>
</context>
<context>
    <name>gridward::LayerLoader</name>
    <message>
        <source>“%1” cannot be read; it may be damaged.</source>
        <translation>无法读取“%1”，文件可能已损坏。</translation>
    </message>
    <message>
        <source>Opening the files was stopped; nothing was added.</source>
        <translation>已停止打开文件，没有添加任何图层。</translation>
    </message>
    <message>
        <source>There is no file “%1”. Check the name and the folder.</source>
        <translation>没有文件“%1”。请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>You may not read “%1”. Ask its owner for permission.</source>
        <translation>没有读取“%1”的权限。请联系文件所有者授权。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空文件。</translation>
    </message>
    <message>
        <source>“%1” is not a map file that can be read, or it is damaged. Try a GeoPackage, GeoJSON, Shapefile, KML, CSV with longitude and latitude, GeoTIFF or MBTiles file.</source>
        <translation>“%1”不是可读取的地图文件，或已损坏。请使用 GeoPackage、GeoJSON、Shapefile、KML、带经纬度的 CSV、GeoTIFF 或 MBTiles 文件。</translation>
    </message>
    <message>
        <source>“%1” holds nothing that has a place on the map.</source>
        <translation>“%1”中没有可在地图上显示的内容。</translation>
    </message>
    <message>
        <source>“%1” has no columns for the place. Name them lon and lat (or longitude and latitude, x and y, 经度 and 纬度) in the first line.</source>
        <translation>“%1”没有位置列。请在首行把位置列命名为“经度”和“纬度”（或 lon 和 lat、longitude 和 latitude、x 和 y）。</translation>
    </message>
    <message>
        <source>“%1” holds no objects.</source>
        <translation>“%1”中没有任何对象。</translation>
    </message>
    <message>
        <source>“%1” names no coordinate system; longitude and latitude (EPSG:4326) are assumed.</source>
        <translation>“%1”没有注明坐标系，按经纬度（EPSG:4326）处理。</translation>
    </message>
    <message>
        <source>“%1” names no coordinate system; map metres (EPSG:3857) are assumed, so it may lie in the wrong place.</source>
        <translation>“%1”没有注明坐标系，按地图米制坐标（EPSG:3857）处理，位置可能不正确。</translation>
    </message>
    <message>
        <source>“%1” is a store, not a map file. Open it with “gridward open”.</source>
        <translation>“%1”是数据库，不是地图文件。请用“gridward open”打开。</translation>
    </message>
</context>
<context>
    <name>gridward::LayerPanel</name>
    <message>
        <source>Zoom to layer</source>
        <translation>缩放到图层</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove from the map</source>
        <translation>从地图移除</translation>
    </message>
    <message>
        <source>Layers on the map</source>
        <translation>地图上的图层</translation>
    </message>
</context>
<context>
    <name>gridward::LeaderModel</name>
    <message numerus="yes">
        <source>Red cases: %n</source>
        <translation>
            <numerusform>红色案件：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalated to the leaders: %n</source>
        <translation>
            <numerusform>升级到领导：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Calls that no department answered: %n</source>
        <translation>
            <numerusform>吹哨未应答：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was called %2</source>
        <translation>%2 向%1吹哨</translation>
    </message>
    <message>
        <source>reported %1</source>
        <translation>%1 上报</translation>
    </message>
    <message>
        <source>nobody is on it</source>
        <translation>无人经手</translation>
    </message>
    <message>
        <source>Nobody has it in hand: have it sent to a unit now.</source>
        <translation>无人经手：请立即责成派遣。</translation>
    </message>
    <message>
        <source>The limit has passed: decide who takes it over.</source>
        <translation>已超时限：请决定由谁接手。</translation>
    </message>
    <message>
        <source>Nobody reports from the scene: have somebody go there.</source>
        <translation>现场无人报告：请派人到场。</translation>
    </message>
    <message>
        <source>It is in hand: decide whether more forces are needed.</source>
        <translation>正在处置：请决定是否增派力量。</translation>
    </message>
    <message>
        <source>No answer from %1: call its head.</source>
        <translation>%1未应答：请联系其负责人。</translation>
    </message>
    <message>
        <source>It has passed %1 % of its limit: decide who answers for it, and until when.</source>
        <translation>已越过时限的 %1%：请决定由谁负责、何时完成。</translation>
    </message>
    <message>
        <source>It has passed %1 % of its limit, and is supervised already: ask for the reply.</source>
        <translation>已越过时限的 %1%，且已督办：请追问督办回复。</translation>
    </message>
</context>
<context>
    <name>gridward::LeaderWorkspace</name>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Being read …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>现在没有需要您决定的事</translation>
    </message>
    <message>
        <source>No red case is open, nothing was escalated to the leaders, and every department that was called has answered.</source>
        <translation>没有未结的红色案件，没有升级到领导的案件，被吹哨的部门均已应答。</translation>
    </message>
    <message>
        <source>What needs a decision now</source>
        <translation>现在需要决定的事</translation>
    </message>
</context>
<context>
    <name>gridward::LevelChips</name>
    <message>
        <source>Key %1</source>
        <translation>按键 %1</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>The level that the rules give the class. Key 0</source>
        <translation>按规则为该类别确定的级别。按键 0</translation>
    </message>
</context>
<context>
    <name>gridward::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>gridward::LogWindow</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>This run writes no log file.</source>
        <translation>本次运行不写日志文件。</translation>
    </message>
    <message>
        <source>The whole log: %1</source>
        <translation>完整日志：%1</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>复制内容</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gridward::MainWindow</name>
    <message>
        <source>Add map files</source>
        <translation>添加地图文件</translation>
    </message>
    <message>
        <source>Map files (%1)</source>
        <translation>地图文件 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Gridward</source>
        <translation>Gridward</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>显示地图</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all layers</source>
        <translation>显示全部图层</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>白天</translation>
    </message>
    <message>
        <source>Change to dark colours</source>
        <translation>切换为深色界面</translation>
    </message>
    <message>
        <source>Change to light colours</source>
        <translation>切换为浅色界面</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About Gridward</source>
        <translation>关于 Gridward</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added to the map.</source>
        <translation>
            <numerusform>已在地图上添加 %n 个图层。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>%1 – Gridward</source>
        <translation>%1 – Gridward</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>鼠标滚轮</translation>
    </message>
    <message>
        <source>Zoom in and out at the mouse</source>
        <translation>在鼠标处放大、缩小</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Show what is there</source>
        <translation>查看该处内容</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Close a card, leave a tool or full screen</source>
        <translation>关闭卡片、退出工具或全屏</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派遣</translation>
    </message>
    <message>
        <source>Show the dispatch queue</source>
        <translation>显示派遣队列</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>监督</translation>
    </message>
    <message>
        <source>Show what is overdue or unchecked</source>
        <translation>显示超期和待核查案件</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Show the wall</source>
        <translation>显示大屏</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Show heat maps</source>
        <translation>显示热力图</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>独立窗口</translation>
    </message>
    <message>
        <source>Show this workspace in a window of its own</source>
        <translation>在独立窗口中显示本工作区</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Full screen on and off</source>
        <translation>进入、退出全屏</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Show people, accounts and rights</source>
        <translation>显示人员、账号与权限</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Change user or password, lock, sign out</source>
        <translation>更换用户、修改密码、锁定、退出登录</translation>
    </message>
    <message>
        <source>Make the first administrator …</source>
        <translation>建立首位管理员…</translation>
    </message>
    <message>
        <source>Choose another user …</source>
        <translation>更换用户…</translation>
    </message>
    <message>
        <source>Make the first administrator</source>
        <translation>建立首位管理员</translation>
    </message>
    <message>
        <source>Choose another user</source>
        <translation>更换用户</translation>
    </message>
    <message>
        <source>Change password …</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>修改自己的密码</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>锁定席位</translation>
    </message>
    <message>
        <source>Lock the desk; a wall goes on</source>
        <translation>锁定席位，大屏照常显示</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Call desk</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Register a call; the place</source>
        <translation>登记来电；地点</translation>
    </message>
    <message>
        <source>What awaits filing</source>
        <translation>待立案案件</translation>
    </message>
    <message>
        <source>Likely duplicates; join the call with one</source>
        <translation>疑似重复；并入所选案件</translation>
    </message>
    <message>
        <source>Add pictures; take the place of a picture</source>
        <translation>添加照片；采用照片位置</translation>
    </message>
    <message>
        <source>Empty the form, and bring it back</source>
        <translation>清空表格，再按恢复</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Awaiting filing: file, refuse, verify, void</source>
        <translation>待立案：立案、不予受理、核实、作废</translation>
    </message>
    <message>
        <source>Command line of the dispatch desk</source>
        <translation>派遣席命令行</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Assign to a person; with several chosen, all to one</source>
        <translation>指派给人；选中多件时全部指派给一个人</translation>
    </message>
    <message>
        <source>Print today&apos;s list</source>
        <translation>打印今日巡查单</translation>
    </message>
    <message>
        <source>Who is behind; the month by community</source>
        <translation>人员在办情况；各社区本月情况</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Show the call desk</source>
        <translation>显示受理席</translation>
    </message>
    <message>
        <source>Show the street office</source>
        <translation>显示街道工作台</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分拣</translation>
    </message>
    <message>
        <source>Show the rows that came in</source>
        <translation>显示待分拣的来件</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认接班</translation>
    </message>
    <message>
        <source>Acknowledge the alarm that is shown</source>
        <translation>确认当前显示的报警</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Acknowledge all alarms</source>
        <translation>确认全部报警</translation>
    </message>
    <message>
        <source>A call that you began at %1 is not registered yet.</source>
        <translation>您 %1 开始的一次来电尚未登记。</translation>
    </message>
    <message>
        <source>Dispatch the chosen cases</source>
        <translation>派遣所选案件</translation>
    </message>
    <message>
        <source>Scope: the post, street, community or grid</source>
        <translation>范围：岗位、街道、社区或网格</translation>
    </message>
    <message>
        <source>Return, ask for extension, ask for suspension</source>
        <translation>回退、申请延期、申请挂账</translation>
    </message>
    <message>
        <source>Urge the unit, with a note</source>
        <translation>催办处置单位，并附一句话</translation>
    </message>
    <message>
        <source>Refuse or void: one of the usual reasons</source>
        <translation>不予受理或作废：选常用理由</translation>
    </message>
    <message>
        <source>A lane: waiting, without place or class, duplicates, ready, done</source>
        <translation>分道：待处理、缺位置、缺类别、疑似重复、可登记、已办结</translation>
    </message>
    <message>
        <source>Place and class of the chosen rows</source>
        <translation>所选行的位置、类别</translation>
    </message>
    <message>
        <source>Choose the rows that are alike; merge them</source>
        <translation>选中相似的行；合并</translation>
    </message>
    <message>
        <source>Refuse, with a reason; take the last step back</source>
        <translation>不予受理并说明理由；撤销最近一次</translation>
    </message>
    <message>
        <source>Choose the batch</source>
        <translation>选择批次</translation>
    </message>
    <message>
        <source>Register what is ready; import, in the preview of a file</source>
        <translation>登记可登记的行；在文件预览中为导入</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close the message that is shown</source>
        <translation>关闭正在显示的消息</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) that you began wait to be sent; the last one is of case %1.</source>
        <translation>
            <numerusform>您有 %n 项操作填写后尚未发送，最近一项属于案件 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with the call</source>
        <translation>继续登记</translation>
    </message>
    <message>
        <source>Go on with the step</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>考核评价</translation>
    </message>
    <message>
        <source>Show the indicators</source>
        <translation>显示考核指标</translation>
    </message>
    <message>
        <source>Page of a case</source>
        <translation>案件页</translation>
    </message>
    <message>
        <source>Its parts: steps, surroundings, evidence, clocks, people, related, log</source>
        <translation>各部分：步骤、周边、证据、计时、人员、关联、日志</translation>
    </message>
    <message>
        <source>Open another case</source>
        <translation>打开另一案件</translation>
    </message>
    <message>
        <source>Write the case folder</source>
        <translation>写出案件卷宗</translation>
    </message>
    <message>
        <source>The case before, or back to where one came from</source>
        <translation>上一案件，或返回来处</translation>
    </message>
    <message>
        <source>A queue: to verify, to check, sent out, overdue, stuck …</source>
        <translation>队列：待核实、待核查、已派员、超期、停滞……</translation>
    </message>
    <message>
        <source>Verified or checked: passed; send to rework</source>
        <translation>核实属实或核查通过；返工</translation>
    </message>
    <message>
        <source>Send the nearest collector to look at it</source>
        <translation>派最近的采集员去看</translation>
    </message>
    <message>
        <source>Urge, with several chosen all of them; supervise</source>
        <translation>催办（选中多件时一起催）；督办</translation>
    </message>
    <message>
        <source>Call the reporter back</source>
        <translation>回访反映人</translation>
    </message>
    <message>
        <source>The next pictures</source>
        <translation>下一组照片</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Open the page of the case that is shown</source>
        <translation>打开所示案件的页面</translation>
    </message>
    <message>
        <source>Leaders</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Show what needs a decision now</source>
        <translation>显示现在需要决定的事</translation>
    </message>
    <message>
        <source>Enter or click</source>
        <translation>回车或点击</translation>
    </message>
    <message>
        <source>On a picture: show it large; arrows show the others</source>
        <translation>在照片上：放大显示；方向键看其他照片</translation>
    </message>
    <message>
        <source>Save this analysis, or open a saved one</source>
        <translation>保存此分析，或打开已保存的分析</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>一周各小时</translation>
    </message>
    <message>
        <source>Space, arrow keys</source>
        <translation>空格、方向键</translation>
    </message>
    <message>
        <source>Play the steps of the period; go from step to step</source>
        <translation>播放时段各步；逐步移动</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Edit the scenes of the wall</source>
        <translation>编辑大屏的场景</translation>
    </message>
    <message>
        <source>F11 fills the screen. What the wall shows, and when, is yours to say.</source>
        <translation>按 F11 全屏显示。大屏何时显示什么，可以自行设置。</translation>
    </message>
    <message>
        <source>Scenes …</source>
        <translation>场景…</translation>
    </message>
</context>
<context>
    <name>gridward::MapFurniture</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 cm</source>
        <translation>%1 厘米</translation>
    </message>
</context>
<context>
    <name>gridward::MapPanel</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gridward::MapPrinter</name>
    <message>
        <source>“%1” cannot be written. Is it open in another program?</source>
        <translation>无法写入“%1”。该文件是否正被其他程序打开？</translation>
    </message>
    <message>
        <source>The server of the base map does not answer. Try again later, or untick the base map.</source>
        <translation>底图服务器没有响应。请稍后重试，或取消勾选底图。</translation>
    </message>
    <message>
        <source>Layers left the map while it was being printed. Print it again.</source>
        <translation>打印过程中有图层被移除。请重新打印。</translation>
    </message>
    <message>
        <source>A page is being printed already. Wait until it is done.</source>
        <translation>正在打印另一页，请等它完成。</translation>
    </message>
    <message>
        <source>There is no map to print yet.</source>
        <translation>还没有可打印的地图。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder.</source>
        <translation>无法写入“%1”。请另选文件夹。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Is there room on the disk?</source>
        <translation>无法写入“%1”。磁盘空间是否足够？</translation>
    </message>
</context>
<context>
    <name>gridward::MapToolBar</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the district</source>
        <translation>搜索本区</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Move the map and click what lies on it</source>
        <translation>拖动地图，点击查看对象</translation>
    </message>
    <message>
        <source>Report here</source>
        <translation>在此上报</translation>
    </message>
    <message>
        <source>Report a problem: click its place</source>
        <translation>上报问题：点击所在位置</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Measure a distance</source>
        <translation>量测距离</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Measure an area</source>
        <translation>量测面积</translation>
    </message>
    <message>
        <source>Grid colours</source>
        <translation>网格着色</translation>
    </message>
    <message>
        <source>Choose what colours the grids</source>
        <translation>选择网格按什么着色</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Colour the grids by their type</source>
        <translation>按网格类型着色</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>Colour the grids by their level of control</source>
        <translation>按网格管控级别着色</translation>
    </message>
    <message>
        <source>By open cases</source>
        <translation>按未结案件</translation>
    </message>
    <message>
        <source>Colour the grids by their open cases</source>
        <translation>按未结案件多少着色</translation>
    </message>
    <message>
        <source>By responsibility</source>
        <translation>按责任人</translation>
    </message>
    <message>
        <source>Colour the grids by whether somebody is responsible for them now</source>
        <translation>按当前有无责任人着色</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Choose which cases the map shows</source>
        <translation>选择地图显示哪些案件</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Go to a view or keep this one</source>
        <translation>转到书签视图，或收藏当前视图</translation>
    </message>
    <message>
        <source>Layer themes</source>
        <translation>图层方案</translation>
    </message>
    <message>
        <source>Apply or save a choice of layers</source>
        <translation>应用或保存一组图层</translation>
    </message>
    <message>
        <source>Add base map</source>
        <translation>添加底图</translation>
    </message>
    <message>
        <source>Add a base map from a server</source>
        <translation>从服务器添加底图</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print the view to a PDF</source>
        <translation>将当前视图打印为 PDF</translation>
    </message>
    <message>
        <source>Map tools</source>
        <translation>地图工具</translation>
    </message>
    <message>
        <source>More map tools</source>
        <translation>更多地图工具</translation>
    </message>
</context>
<context>
    <name>gridward::MapView</name>
    <message>
        <source>Cases close by · colour: level · arc: late</source>
        <translation>邻近未结案件 · 颜色：级别 · 弧：超期</translation>
    </message>
</context>
<context>
    <name>gridward::MapWorkspace</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>No layers yet.</source>
        <translation>还没有图层。</translation>
    </message>
    <message>
        <source>Nothing on the map yet</source>
        <translation>地图上还没有内容</translation>
    </message>
    <message>
        <source>Drop a map file here, or press Ctrl+O.</source>
        <translation>把地图文件拖到这里，或按 Ctrl+O。</translation>
    </message>
    <message>
        <source>Opening map files …</source>
        <translation>正在打开地图文件…</translation>
    </message>
    <message>
        <source>Stop opening</source>
        <translation>停止打开</translation>
    </message>
    <message>
        <source>map %1</source>
        <translation>地图 %1</translation>
    </message>
    <message>
        <source>As of %1. Simulated data.</source>
        <translation>截至 %1。模拟数据。</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>截至 %1。</translation>
    </message>
    <message>
        <source>The map was printed to %1.</source>
        <translation>地图已打印到 %1。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>gridward::MaskedLine</name>
    <message>
        <source>%1: masked</source>
        <translation>%1：已遮蔽</translation>
    </message>
    <message numerus="yes">
        <source>Masked again in %n second(s). This look is in the audit log.</source>
        <translation>
            <numerusform>%n 秒后重新遮蔽。本次查看已记入审计日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Choose what for. Who opens it, when and what for is written down.</source>
        <translation>请选择用途。谁在何时为何查看都会记录在案。</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>查看：%1</translation>
    </message>
</context>
<context>
    <name>gridward::MeasureStrip</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 平方米</translation>
    </message>
    <message>
        <source>%1 ha</source>
        <translation>%1 公顷</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 平方公里</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Stop measuring (Esc)</source>
        <translation>停止量测（Esc）</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>停止量测</translation>
    </message>
    <message>
        <source>%1, around it %2</source>
        <translation>%1，周长 %2</translation>
    </message>
    <message>
        <source>Click to measure again.</source>
        <translation>点击可重新量测。</translation>
    </message>
    <message>
        <source>Click the first point.</source>
        <translation>请点击起点。</translation>
    </message>
    <message>
        <source>Right click or Enter ends.</source>
        <translation>右键或 Enter 结束。</translation>
    </message>
</context>
<context>
    <name>gridward::MessageBar</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close this message (Esc; Shift+Esc from anywhere)</source>
        <translation>关闭这条消息（Esc；在任何位置按 Shift+Esc）</translation>
    </message>
</context>
<context>
    <name>gridward::NamePanel</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Layer themes</source>
        <translation>图层方案</translation>
    </message>
    <message>
        <source>No bookmarks yet. Name this view to come back to it.</source>
        <translation>还没有书签。为当前视图命名，以后可以回到这里。</translation>
    </message>
    <message>
        <source>No themes yet. Name the layers as they are shown now to have them again.</source>
        <translation>还没有图层方案。为当前显示的图层命名，以后可以再次使用。</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name of this view</source>
        <translation>当前视图的名称</translation>
    </message>
    <message>
        <source>Name of this theme</source>
        <translation>当前方案的名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>gridward::NearCaseModel</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
</context>
<context>
    <name>gridward::NewPasswordForm</name>
    <message>
        <source>met</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>not yet met</source>
        <translation>尚未满足</translation>
    </message>
    <message>
        <source>Both times the same was typed.</source>
        <translation>两次输入一致。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>What the new password must be:</source>
        <translation>新密码的要求：</translation>
    </message>
</context>
<context>
    <name>gridward::OfficePeopleModel</name>
    <message>
        <source>All</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Shows the cases of everybody again.</source>
        <translation>恢复显示全部人员的案件。</translation>
    </message>
    <message>
        <source>%1 is on leave.</source>
        <translation>%1 请假中。</translation>
    </message>
    <message>
        <source>%1 is on duty now.</source>
        <translation>%1 现在在岗。</translation>
    </message>
    <message>
        <source>%1 is not on duty.</source>
        <translation>%1 不在岗。</translation>
    </message>
    <message>
        <source>At work: %1</source>
        <translation>工作电话：%1</translation>
    </message>
    <message>
        <source>%1, on duty</source>
        <translation>%1，在岗</translation>
    </message>
    <message>
        <source>A dot stands before who is on duty now.</source>
        <translation>姓名前有圆点的人现在在岗。</translation>
    </message>
    <message>
        <source>Those of them whose handling limit has passed.</source>
        <translation>其中处置时限已过的。</translation>
    </message>
    <message>
        <source>Cases that they were in charge of and that were handed in this month; of those registered this month or the month before.</source>
        <translation>由其处置、本月已反馈的案件；只统计本月或上月登记的。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>处置人员</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Open cases of this street that they are in charge of and have not handed in.</source>
        <translation>由其处置、尚未反馈的本街道未结案件。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
</context>
<context>
    <name>gridward::PanelDocks</name>
    <message>
        <source>Put “%1” back into the window</source>
        <translation>把“%1”收回窗口</translation>
    </message>
    <message>
        <source>Take “%1” out, onto another monitor</source>
        <translation>把“%1”移出到其他显示器</translation>
    </message>
    <message>
        <source>Close “%1”</source>
        <translation>关闭“%1”</translation>
    </message>
    <message>
        <source>Bring all panels back</source>
        <translation>收回全部面板</translation>
    </message>
    <message>
        <source>Usual arrangement</source>
        <translation>默认布局</translation>
    </message>
</context>
<context>
    <name>gridward::PasswordDialog</name>
    <message>
        <source>Ask for another one at the next sign-in</source>
        <translation>下次登录时要求更换</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Whoever is signed in with this account has to sign in again.</source>
        <translation>已用此账号登录的人须重新登录。</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gridward::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>大写锁定可能已打开。</translation>
    </message>
</context>
<context>
    <name>gridward::PeopleModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Phone at work</source>
        <translation>工作电话</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>gridward::PeoplePage</name>
    <message>
        <source>Organisation and people</source>
        <translation>组织与人员</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) shown</source>
        <translation>
            <numerusform>显示 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>At work: %1</source>
        <translation>工作电话：%1</translation>
    </message>
    <message>
        <source>Skills: %1</source>
        <translation>技能：%1</translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>%1 of %2 filled</source>
        <translation>在岗 %1 / 编制 %2</translation>
    </message>
    <message>
        <source>Duties: %1</source>
        <translation>职责：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No posts are entered for this organisation.</source>
        <translation>该组织尚未登记岗位。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>休假</translation>
    </message>
    <message>
        <source>Deputy of %1</source>
        <translation>代理%1</translation>
    </message>
    <message>
        <source>Nobody acts</source>
        <translation>无代理</translation>
    </message>
    <message>
        <source>Deputy: %1</source>
        <translation>代理人：%1</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Not away, and nobody&apos;s deputy.</source>
        <translation>未休假，也未代理他人。</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>职责</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No duties.</source>
        <translation>没有职责。</translation>
    </message>
    <message>
        <source>Leave of %1</source>
        <translation>%1 的休假</translation>
    </message>
    <message>
        <source>During the leave the deputy acts in all posts of the absent, and is named as responsible instead.</source>
        <translation>休假期间由代理人行使其全部岗位职责，并作为责任人显示。</translation>
    </message>
    <message>
        <source>Skills and languages of %1</source>
        <translation>%1 的技能与语言</translation>
    </message>
    <message>
        <source>Tags with commas between them: first-aid, driver, fire-warden, mediation, electrician, or your own; languages as zh-CN, en.</source>
        <translation>标签以英文逗号分隔：first-aid（急救）、driver（驾驶）、fire-warden（消防）、mediation（调解）、electrician（电工）或自定标签；语言写作 zh-CN、en。</translation>
    </message>
    <message>
        <source>Name or number of somebody</source>
        <translation>姓名或人员编号</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>显示更多</translation>
    </message>
    <message>
        <source>Choose somebody to see duties, posts and leave, or an organisation to see its posts.</source>
        <translation>选择人员可查看职责、岗位与休假；选择组织可查看其岗位。</translation>
    </message>
    <message>
        <source>Enter leave …</source>
        <translation>登记休假…</translation>
    </message>
    <message>
        <source>Skills …</source>
        <translation>技能…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Enter the leave</source>
        <translation>登记休假</translation>
    </message>
    <message>
        <source>Deputy (nobody, if left empty)</source>
        <translation>代理人（留空则无代理）</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>输入姓名的一部分</translation>
    </message>
    <message>
        <source>Withdraw this leave</source>
        <translation>撤销本次休假</translation>
    </message>
    <message>
        <source>Phone at work</source>
        <translation>工作电话</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>gridward::PeoplePanel</name>
    <message>
        <source>Who is behind</source>
        <translation>人员在办情况</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>People of the street office</source>
        <translation>街道人员</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more without work</source>
        <translation>
            <numerusform>显示没有案件的其他 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n without work</source>
        <translation>
            <numerusform>收起没有案件的 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing open, nothing handed in this month, and not on duty now.</source>
        <translation>没有在办案件，本月没有反馈，现在也不在岗。</translation>
    </message>
    <message>
        <source>Choose somebody to see their cases alone (key W in the queue). Esc: everybody again.</source>
        <translation>选择某人，只看其案件（在队列中按 W 到这里）。Esc：恢复全部人员。</translation>
    </message>
    <message>
        <source>A dot: on duty now. Done: this month.</source>
        <translation>圆点：现在在岗。反馈：本月已反馈。</translation>
    </message>
</context>
<context>
    <name>gridward::PermissionModel</name>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1：%2 – %3</translation>
    </message>
    <message>
        <source>%1: %2 – %3 (the program gives: %4)</source>
        <translation>%1：%2 – %3（程序默认：%4）</translation>
    </message>
</context>
<context>
    <name>gridward::PersonCardPanel</name>
    <message>
        <source>No post in the present grid</source>
        <translation>在当前网格无岗位</translation>
    </message>
    <message>
        <source>Phone at work</source>
        <translation>工作电话</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最后出现</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not within the last twelve hours</source>
        <translation>十二小时内未出现</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
</context>
<context>
    <name>gridward::PersonField</name>
    <message>
        <source>Nobody is called that.</source>
        <translation>没有这个姓名的人员。</translation>
    </message>
</context>
<context>
    <name>gridward::PhotoStrip</name>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>照片 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>No more than %n pictures go with a report.</source>
        <translation>
            <numerusform>一次登记最多 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Does not go with the report: %1</source>
        <translation>不随报告登记：%1</translation>
    </message>
    <message>
        <source>Says neither where nor when it was taken.</source>
        <translation>没有拍摄地点和时间。</translation>
    </message>
    <message>
        <source>Does not say where it was taken.</source>
        <translation>没有拍摄地点。</translation>
    </message>
    <message>
        <source>Says where it was taken: F9 takes that as the place.</source>
        <translation>带有拍摄地点：按 F9 采用为案件地点。</translation>
    </message>
    <message>
        <source>Taken %1 away from the place.</source>
        <translation>拍摄地点与案件相距 %1。</translation>
    </message>
    <message>
        <source>Taken at the place (%1).</source>
        <translation>在案件地点拍摄（%1）。</translation>
    </message>
    <message>
        <source>Does not say when.</source>
        <translation>没有拍摄时间。</translation>
    </message>
    <message>
        <source>Its clock is wrong: it says %1.</source>
        <translation>相机时钟有误：显示为 %1。</translation>
    </message>
    <message>
        <source>Taken: %1.</source>
        <translation>拍摄时间：%1。</translation>
    </message>
    <message>
        <source>Take this picture out</source>
        <translation>去掉这张照片</translation>
    </message>
    <message>
        <source>Take “%1” out</source>
        <translation>去掉“%1”</translation>
    </message>
    <message>
        <source>Drop or paste pictures here (F7); up to %1 MiB each.</source>
        <translation>把照片拖到或粘贴到这里（F7）；每张不超过 %1 MiB。</translation>
    </message>
    <message>
        <source>Pictures …</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
</context>
<context>
    <name>gridward::PictureStage</name>
    <message>
        <source>Esc closes the pictures</source>
        <translation>按 Esc 关闭照片</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>无法显示这张照片。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>← → another picture</source>
        <translation>← → 其他照片</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc 关闭</translation>
    </message>
</context>
<context>
    <name>gridward::PictureView</name>
    <message>
        <source>Show it large (Enter)</source>
        <translation>放大显示（回车）</translation>
    </message>
</context>
<context>
    <name>gridward::PlaceCardPanel</name>
    <message>
        <source>Low risk</source>
        <translation>低风险</translation>
    </message>
    <message>
        <source>Moderate risk</source>
        <translation>一般风险</translation>
    </message>
    <message>
        <source>Considerable risk</source>
        <translation>较大风险</translation>
    </message>
    <message>
        <source>Major risk</source>
        <translation>重大风险</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Last check</source>
        <translation>上次检查</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Show the grid it lies in</source>
        <translation>显示所在网格</translation>
    </message>
    <message>
        <source>It lies outside of every grid.</source>
        <translation>不在任何网格内。</translation>
    </message>
    <message>
        <source>No open cases in its grid</source>
        <translation>所在网格没有未结案件</translation>
    </message>
    <message>
        <source>Open cases in its grid, newest first</source>
        <translation>所在网格的未结案件（从新到旧）</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下次检查</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1，今天</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) overdue</source>
        <translation>
            <numerusform>%1，已超期 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::PlayBar</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>The whole period</source>
        <translation>整个时段</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>逐日</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>逐周</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>逐月</translation>
    </message>
    <message>
        <source>Steps of the period</source>
        <translation>时段的步长</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play the steps (Space)</source>
        <translation>播放各步（空格）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>播放各步</translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation>当前步</translation>
    </message>
    <message>
        <source>Too many steps: choose longer ones.</source>
        <translation>步数太多：请选择更长的步长。</translation>
    </message>
</context>
<context>
    <name>gridward::PrintDialog</name>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>A4, landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A4, upright</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>A3, upright</source>
        <translation>A3 纵向</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>gridward::QueueDefaults</name>
    <message>
        <source>Red and orange</source>
        <translation>红色和橙色</translation>
    </message>
    <message>
        <source>Overdue at the units</source>
        <translation>处置单位超期</translation>
    </message>
    <message>
        <source>Overdue, by unit</source>
        <translation>超期，按处置单位</translation>
    </message>
    <message>
        <source>To dispatch, hottest first</source>
        <translation>待派遣，等待过久在前</translation>
    </message>
    <message>
        <source>To file, hottest first</source>
        <translation>待立案，等待过久在前</translation>
    </message>
    <message>
        <source>Overdue, red and orange</source>
        <translation>超期，红色和橙色</translation>
    </message>
    <message>
        <source>To check, longest waiting first</source>
        <translation>待核查，等待最久在前</translation>
    </message>
</context>
<context>
    <name>gridward::QueueFilterBar</name>
    <message>
        <source>Only cases of %1. Click to see all units.</source>
        <translation>仅显示%1的案件，点击恢复全部单位。</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>全部街道</translation>
    </message>
    <message>
        <source>!overdue</source>
        <comment>a filter that is typed; the mark stays</comment>
        <translation>!超期</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>在队列中查找</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Only cases of level: %1</source>
        <translation>仅显示级别：%1</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Only cases whose handling limit has passed</source>
        <translation>仅显示已超过处置时限的案件</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>no such street</source>
        <translation>没有该街道</translation>
    </message>
    <message numerus="yes">
        <source>%n street(s)</source>
        <translation>
            <numerusform>%n 个街道</numerusform>
        </translation>
    </message>
    <message>
        <source>no such unit</source>
        <translation>没有该单位</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>All words must be found. #street, @unit and !overdue narrow it down: a part of the name or its pinyin initials, for all that are called so.</source>
        <translation>须包含全部文字。可用 #街道、@单位、!超期 缩小范围：写名称的一部分或拼音首字母，名称符合的全部列出。</translation>
    </message>
    <message>
        <source>nothing is called %1</source>
        <translation>没有名为 %1 的</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Number, class, words or address (Ctrl+F)</source>
        <translation>编号、类别、描述或地址 (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>gridward::QueueViewsDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Name for what the queue shows now</source>
        <translation>为当前队列显示内容命名</translation>
    </message>
    <message>
        <source>F2 renames, Delete deletes, Ctrl+↑ and Ctrl+↓ move. The first nine have the keys Ctrl+Shift+1 to 9.</source>
        <translation>F2 重命名，Delete 删除，Ctrl+↑、Ctrl+↓ 调整顺序。前九个视图可用 Ctrl+Shift+1 至 9 切换。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>“%1” is deleted. Ctrl+Z brings it back while this window is open.</source>
        <translation>“%1”已删除。关闭本窗口前可按 Ctrl+Z 恢复。</translation>
    </message>
</context>
<context>
    <name>gridward::QueueWorkspace</name>
    <message>
        <source>Not up to date: the database could not be read since %1. What is shown is from then.</source>
        <translation>数据不是最新：自 %1 起无法读取数据库，当前显示的是当时的数据。</translation>
    </message>
    <message>
        <source>No district is open</source>
        <translation>尚未打开城区</translation>
    </message>
    <message>
        <source>Open a district to see its cases.</source>
        <translation>打开城区后即可查看案件。</translation>
    </message>
    <message>
        <source>Reading the cases …</source>
        <translation>正在读取案件…</translation>
    </message>
    <message>
        <source>The database could not be opened</source>
        <translation>无法打开数据库</translation>
    </message>
    <message>
        <source>What went wrong stands in the message above.</source>
        <translation>原因见上方消息。</translation>
    </message>
    <message>
        <source>No case matches</source>
        <translation>没有符合条件的案件</translation>
    </message>
    <message>
        <source>Other cases are hidden by the filters.</source>
        <translation>其他案件已被筛选条件隐藏。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Key %1 in the table</source>
        <translation>在列表中按 %1 键</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>Sign in to see the cases.</source>
        <translation>登录后才能查看案件。</translation>
    </message>
    <message>
        <source>Save or change views …</source>
        <translation>保存或修改视图…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Saved views (V)</source>
        <translation>已存视图（V）</translation>
    </message>
    <message>
        <source>How long a case may wait</source>
        <translation>案件等待时限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Case %1 is being entered: send it or leave it with Esc. Enter in the queue goes there.</source>
        <translation>案件 %1 正在录入：请提交，或按 Esc 离开。在列表中按 Enter 可转到该处。</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>排序：%1</translation>
    </message>
    <message>
        <source>Another order (O)</source>
        <translation>换排序（O）</translation>
    </message>
    <message>
        <source>Nobody has filed or dispatched them in time. Shows them, the hottest first; again: all.</source>
        <translation>这些案件未在规定时间内立案或派遣。点击只列出这些案件，等待最久的在前；再点恢复全部。</translation>
    </message>
    <message>
        <source>%1: %2 was urged</source>
        <translation>%1：已向%2催办</translation>
    </message>
    <message>
        <source>The view “%1” is saved.</source>
        <translation>视图“%1”已保存。</translation>
    </message>
    <message>
        <source>Overdue and least time left first; then those without a handling limit, by level and age; then those handed in. “Desk … overdue” is the limit of a desk of the centre: it does not count here. Another order (O).</source>
        <translation>先列已超期和剩余时间最少的；再列没有处置时限的，按级别和上报先后；最后列已反馈的。“阶段超期……”是中心席位的阶段时限，不参与排序。换一种排序（O）。</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) too long</source>
        <translation>
            <numerusform>%n 件等待过久</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::RelationList</name>
    <message>
        <source>No other case belongs with this one.</source>
        <translation>没有与本案关联的案件。</translation>
    </message>
    <message>
        <source>Open within %1 m: %2, nearest first</source>
        <translation>%1 米内未结案件：%2 件，由近及远</translation>
    </message>
</context>
<context>
    <name>gridward::RenderJob</name>
    <message>
        <source>The picture was not complete after five minutes. Draw less, or a smaller picture.</source>
        <translation>五分钟内未能完成绘制。请减少内容或缩小图片。</translation>
    </message>
    <message>
        <source>The screen “%1” has no scene “%2”, or not for this user.</source>
        <translation>界面“%1”没有页面“%2”，或该用户无权查看。</translation>
    </message>
    <message>
        <source>The screen needs %1 × %2 pixels: the picture is cut.</source>
        <translation>该界面至少需要 %1 × %2 像素：图片被裁切。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made: a file may have its name, or you may not write there.</source>
        <translation>无法创建文件夹“%1”：可能有同名文件，或没有写入权限。</translation>
    </message>
    <message>
        <source>The picture cannot be packed.</source>
        <translation>无法生成图片。</translation>
    </message>
</context>
<context>
    <name>gridward::ReportForm</name>
    <message>
        <source>This place lies outside of the district. Pick one inside of it.</source>
        <translation>该位置不在本城区内，请在城区范围内选点。</translation>
    </message>
    <message>
        <source>You work as %1 (%2), who cannot report.</source>
        <translation>当前身份：%1（%2），无上报权限。</translation>
    </message>
    <message>
        <source>Pick the place on the map.</source>
        <translation>请在地图上选点。</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>上报案件</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation>按名称或代码查找</translation>
    </message>
    <message>
        <source>Class of the problem</source>
        <translation>案件类别</translation>
    </message>
    <message>
        <source>No class of that name or code.</source>
        <translation>没有该名称或代码的类别。</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>级别(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>来源(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;What is the problem? (needed)</source>
        <translation>问题描述（必填）(&amp;W)</translation>
    </message>
    <message>
        <source>What is the problem?</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>What you entered at %1 and did not send is here again.</source>
        <translation>您于 %1 录入但未上报的内容已恢复。</translation>
    </message>
</context>
<context>
    <name>gridward::ResponsibleList</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Nobody is responsible for this place now.</source>
        <translation>此处当前无人负责。</translation>
    </message>
    <message>
        <source>Nobody has a post here today.</source>
        <translation>此处今日无岗位人员。</translation>
    </message>
    <message>
        <source>None of them is on duty now.</source>
        <translation>当前均不在岗。</translation>
    </message>
    <message>
        <source>Units for whatever it may be</source>
        <translation>处置单位（不限类别）</translation>
    </message>
    <message>
        <source>Units for: %1</source>
        <translation>处置单位（%1）</translation>
    </message>
</context>
<context>
    <name>gridward::RoleDialog</name>
    <message>
        <source>New role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>A new role may nothing at first. Give it what it needs in the table, then give it to accounts.</source>
        <translation>新角色起初没有任何权限。请先在表中授权，再分配给账号。</translation>
    </message>
    <message>
        <source>for example guide</source>
        <translation>例如 guide</translation>
    </message>
    <message>
        <source>Id (letters and digits)</source>
        <translation>标识（字母和数字）</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gridward::RolesPage</name>
    <message>
        <source>Roles and permissions</source>
        <translation>角色与权限</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>a key and what it sets</comment>
        <translation>%1＝%2</translation>
    </message>
    <message>
        <source>How far each role may do what. Enter or a number changes a cell: %1. A corner marks what is not as the program gives it.</source>
        <translation>各角色能做什么、范围多大。按 Enter 或数字键修改：%1。角标表示与程序默认不同。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>How far each role may do what. A corner marks what is not as the program gives it.</source>
        <translation>各角色能做什么、范围多大。角标表示与程序默认不同。</translation>
    </message>
    <message>
        <source>New role …</source>
        <translation>新建角色…</translation>
    </message>
    <message>
        <source>As the program gives it</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Gives the role of this column what the program gives it</source>
        <translation>把此列角色恢复为程序默认的权限</translation>
    </message>
    <message>
        <source>Rights of the roles</source>
        <translation>角色权限表</translation>
    </message>
</context>
<context>
    <name>gridward::RosterAlarm</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nobody, or too few, on duty at %1 from %2 to %3.</source>
        <translation>%1 在 %2 至 %3 无人值守或人数不足。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n more gap(s) in the roster.</source>
        <translation>
            <numerusform>%1 值班表另有 %n 处空缺。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the roster</source>
        <translation>查看值班表</translation>
    </message>
</context>
<context>
    <name>gridward::RosterModel</name>
    <message>
        <source>(%1 away)</source>
        <translation>（%1 休假）</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <translation>%1（代%2）</translation>
    </message>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Uncovered: %1 – %2, %3 of %4 missing</source>
        <translation>无人值守：%1 至 %2，应有 %4 人，缺 %3 人</translation>
    </message>
    <message>
        <source>Area and post</source>
        <translation>区域与岗位</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gridward::RosterPage</name>
    <message>
        <source>Duty roster</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Duty roster ▲%1</source>
        <translation>值班表 ▲%1</translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <translation>%1 至 %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n 处空缺</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2 – %3, %4 of %5 missing</source>
        <translation>%1：%2 至 %3，应有 %5 人，缺 %4 人</translation>
    </message>
    <message numerus="yes">
        <source>▲ Uncovered within the next 24 hours: %n gap(s).</source>
        <translation>
            <numerusform>▲ 未来 24 小时有 %n 处无人值守。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on duty.</source>
        <translation>无人值班。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Nobody who is on duty now hands over.</source>
        <translation>当前值班人员暂无交接。</translation>
    </message>
    <message>
        <source>No hand-over is written down for these days.</source>
        <translation>这些天没有交接记录。</translation>
    </message>
    <message>
        <source>%1: %2 leaves, and nobody takes over</source>
        <translation>%1：%2 下班，无人接班</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 交给 %3</translation>
    </message>
    <message>
        <source>Hand over …</source>
        <translation>交班…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 交给 %2</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>未办结：%1</translation>
    </message>
    <message>
        <source>Acknowledged %1 by %2</source>
        <translation>%2 于 %1 确认接班</translation>
    </message>
    <message>
        <source>Not acknowledged yet</source>
        <translation>尚未确认接班</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认接班</translation>
    </message>
    <message>
        <source>Change the turn of %1</source>
        <translation>修改 %1 的班次</translation>
    </message>
    <message>
        <source>Add a turn</source>
        <translation>添加班次</translation>
    </message>
    <message>
        <source>Choose somebody: type a part of the name.</source>
        <translation>请选择人员：输入姓名的一部分。</translation>
    </message>
    <message>
        <source>%1 hands over</source>
        <translation>%1 交班</translation>
    </message>
    <message>
        <source>%1. What is written here stays as it is.</source>
        <translation>%1。交接内容写入后不可更改。</translation>
    </message>
    <message>
        <source>◀ Week before</source>
        <translation>◀ 上一周</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Week after ▶</source>
        <translation>下一周 ▶</translation>
    </message>
    <message>
        <source>Add a turn …</source>
        <translation>添加班次…</translation>
    </message>
    <message>
        <source>Next hand-overs</source>
        <translation>即将交接</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>输入姓名的一部分</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Put into the roster</source>
        <translation>排入值班表</translation>
    </message>
    <message>
        <source>Withdraw this turn</source>
        <translation>撤销本班次</translation>
    </message>
    <message>
        <source>Who takes over</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>未办结事项</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
</context>
<context>
    <name>gridward::RoundDialog</name>
    <message>
        <source>%1 list %2</source>
        <translation>%1巡查单 %2</translation>
    </message>
    <message>
        <source>Print the list for the round</source>
        <translation>打印今日巡查单</translation>
    </message>
    <message>
        <source>List for the round: %1</source>
        <translation>今日巡查单：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件案件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) A4</source>
        <translation>
            <numerusform>A4 纸 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>打印到</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>打印机：%1</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>gridward::RunReport</name>
    <message>
        <source>What could not be done</source>
        <translation>未办成的</translation>
    </message>
    <message>
        <source>%1: %2 done, %3 not</source>
        <translation>%1：办成 %2 件，未办成 %3 件</translation>
    </message>
    <message>
        <source>somebody else was first</source>
        <translation>他人已抢先</translation>
    </message>
    <message numerus="yes">
        <source>Do %n on the new state</source>
        <translation>
            <numerusform>在新状态上执行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 done, %2 not</source>
        <translation>完成 %1 件，未完成 %2 件</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>gridward::SampledCaseModel</name>
    <message>
        <source>For somebody else</source>
        <translation>须由别人复查</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待复查</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案时间</translation>
    </message>
    <message>
        <source>Another look</source>
        <translation>复查</translation>
    </message>
</context>
<context>
    <name>gridward::SamplingPage</name>
    <message>
        <source>Nothing has been drawn yet.</source>
        <translation>还没有抽查。</translation>
    </message>
    <message>
        <source>%1 of %2 looked at. Drawn by %3 with seed %4 from %5 cases (SHA-256 %6…).</source>
        <translation>已复查 %1 / %2。%3 以种子 %4 从 %5 件中抽取（SHA-256 %6…）。</translation>
    </message>
    <message>
        <source>%1 was looked at by %2. A result is final.</source>
        <translation>%1 已由 %2 复查。结果不可更改。</translation>
    </message>
    <message>
        <source>You had %1 in hand or judged it: somebody else has to look at it.</source>
        <translation>您经手或评判过 %1：须由别人复查。</translation>
    </message>
    <message>
        <source>What was found at %1? Whatever is not confirmed needs a reason.</source>
        <translation>%1 复查结果如何？不属实或未找到须写原因。</translation>
    </message>
    <message>
        <source>Say how many cases, such as 50, or a share, such as 5%.</source>
        <translation>请填写件数（如 50）或比例（如 5%）。</translation>
    </message>
    <message>
        <source>Month-end sampling</source>
        <translation>月末抽查</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>From all</source>
        <translation>不分层</translation>
    </message>
    <message>
        <source>From each street</source>
        <translation>按街道分层</translation>
    </message>
    <message>
        <source>From each unit</source>
        <translation>按单位分层</translation>
    </message>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>No. %1 · %2: %3 of %4 cases, drawn %5</source>
        <translation>第 %1 号 · %2：%4 件中抽 %3 件，%5 抽取</translation>
    </message>
    <message>
        <source>Sheet …</source>
        <translation>清单 …</translation>
    </message>
    <message>
        <source>Writes a list of the cases for whoever goes there (CSV)</source>
        <translation>写出案件清单，供到现场的人使用（CSV）</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed: at random</source>
        <translation>种子：随机</translation>
    </message>
    <message>
        <source>A number that makes the draw repeatable; without one the program takes one at random. It is recorded which of both it was.</source>
        <translation>一个数字，据此可重做抽取；不填时由程序随机取。是谁给的会有记录。</translation>
    </message>
    <message>
        <source>Draw …</source>
        <translation>抽取 …</translation>
    </message>
    <message>
        <source>Draw now</source>
        <translation>立即抽取</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Store the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Draws %1 of the cases closed in %2 (%3; %4). Every draw is kept: it cannot be changed or taken away afterwards.</source>
        <translation>将从 %2 结案的案件中抽取 %1（%3；%4）。每次抽取都会留下，之后不能更改或删除。</translation>
    </message>
    <message>
        <source>“%1” needs a reason.</source>
        <translation>“%1”须写明理由。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” for %2, with %n picture(s). It cannot be changed afterwards.</source>
        <translation>
            <numerusform>%2 记为“%1”，附 %n 张照片。保存后不能更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet of the sampling</source>
        <translation>抽查清单</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个案件写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::SavedAnalysisJob</name>
    <message>
        <source>There is no map of the analysis “%1”: none of its cases is here any more, or this user may not see them.</source>
        <translation>分析“%1”没有图：其案件已不在库中，或当前用户无权查看。</translation>
    </message>
    <message>
        <source>%1 written.</source>
        <translation>已写出 %1。</translation>
    </message>
    <message>
        <source>The store did not answer within five minutes. See whether it can be reached, then try again.</source>
        <translation>数据库五分钟内没有应答。请检查是否可以访问，然后重试。</translation>
    </message>
    <message>
        <source>The analysis “%1” was not on the map after five minutes. Save it with a shorter period or a smaller area, then try again.</source>
        <translation>分析“%1”五分钟后仍未显示在地图上。请改存较短的时段或较小的范围，然后重试。</translation>
    </message>
</context>
<context>
    <name>gridward::SceneDialog</name>
    <message>
        <source>Scenes of the wall</source>
        <translation>大屏场景</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>新建场景</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Small letters, digits and hyphens</source>
        <translation>小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>Title in Chinese</source>
        <translation>中文标题</translation>
    </message>
    <message>
        <source>Title in English</source>
        <translation>英文标题</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Scenes follow each other from the smallest number</source>
        <translation>场景按数字从小到大轮播</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>0: it has no turn, and is shown when something calls for it</source>
        <translation>0：不轮播，只在需要时显示</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>no turn</source>
        <translation>不轮播</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>By the clock of the district; over midnight, too</source>
        <translation>按当地时间，可跨零点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Size of the wall</source>
        <translation>大屏尺寸</translation>
    </message>
    <message>
        <source>Pixels of the wall; how large its text is, the settings of the wall say</source>
        <translation>大屏的像素数；字的大小由大屏设置决定</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自建</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>scene, mark</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>“%1” was passed over: %2</source>
        <translation>已跳过“%1”：%2</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Everything has room on a wall of this size.</source>
        <translation>这个尺寸的大屏放得下全部图块。</translation>
    </message>
    <message>
        <source>No room on a wall of this size: %1.</source>
        <translation>这个尺寸的大屏放不下：%1。</translation>
    </message>
    <message>
        <source>This scene is not saved. Do it once more to let the changes go.</source>
        <translation>该场景尚未保存。再操作一次即放弃修改。</translation>
    </message>
    <message>
        <source>There is a scene “%1” already: choose another name for the file.</source>
        <translation>已有场景“%1”，请换一个文件名。</translation>
    </message>
    <message>
        <source>Saved. The wall shows it when its turn comes.</source>
        <translation>已保存，轮到时大屏即按此显示。</translation>
    </message>
    <message>
        <source>The program&apos;s own scene is back.</source>
        <translation>已恢复程序自带的场景。</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已删除。</translation>
    </message>
</context>
<context>
    <name>gridward::SceneTree</name>
    <message>
        <source>Columns and tiles</source>
        <translation>列和图块</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Of the width for a column, of its column&apos;s height for a tile; 1 to %1</source>
        <translation>列为宽度份额，图块为所在列的高度份额；1 至 %1</translation>
    </message>
    <message>
        <source>Where room is short, the tile with the largest number goes first; 1 to %1</source>
        <translation>地方不够时，数字最大的图块先省去；1 至 %1</translation>
    </message>
    <message>
        <source>Tile to add</source>
        <translation>要添加的图块</translation>
    </message>
    <message>
        <source>Add tile</source>
        <translation>添加图块</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>添加列</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Into the chosen column (Insert)</source>
        <translation>添加到所选的列（Insert）</translation>
    </message>
    <message>
        <source>To the right of the others (Shift+Insert)</source>
        <translation>添加在最右边（Shift+Insert）</translation>
    </message>
    <message>
        <source>The chosen tile or column (Delete)</source>
        <translation>移除所选的图块或列（Delete）</translation>
    </message>
    <message>
        <source>Within its column, or into the one before; a column to the left (Ctrl+Up)</source>
        <translation>在列内上移，或移入前一列；列则左移（Ctrl+↑）</translation>
    </message>
    <message>
        <source>Within its column, or into the one behind; a column to the right (Ctrl+Down)</source>
        <translation>在列内下移，或移入后一列；列则右移（Ctrl+↓）</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>gridward::ScopeButton</name>
    <message>
        <source>Whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>Scope: %1</source>
        <translation>范围：%1</translation>
    </message>
    <message>
        <source>Post, street, community or grid</source>
        <translation>岗位、街道、社区或网格</translation>
    </message>
    <message>
        <source>Find a scope</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Nothing of yours is called that.</source>
        <translation>您的范围内没有符合的。</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>%1. The post and the part of the district that the screens show (Ctrl+Shift+P)</source>
        <translation>%1。各界面所显示的岗位和辖区范围（Ctrl+Shift+P）</translation>
    </message>
</context>
<context>
    <name>gridward::ScreenKeeper</name>
    <message>
        <source>The wall is shown</source>
        <translation>正在显示大屏</translation>
    </message>
</context>
<context>
    <name>gridward::SearchBox</name>
    <message>
        <source>Search cases, grids, places, people …</source>
        <translation>搜索案件、网格、部位、人员…</translation>
    </message>
    <message>
        <source>Search by number, code, name or address (Ctrl+F)</source>
        <translation>按编号、编码、名称或地址搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search the district</source>
        <translation>搜索本区</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found for “%1”.</source>
        <translation>没有找到“%1”。</translation>
    </message>
</context>
<context>
    <name>gridward::SearchHitModel</name>
    <message>
        <source>Cases</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Unit grids</source>
        <translation>单元网格</translation>
    </message>
    <message>
        <source>Divisions</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key places</source>
        <translation>重点部位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>gridward::SeatButton</name>
    <message>
        <source>As %1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1. As whom this window works (Ctrl+U)</source>
        <translation>%1。本窗口以谁的身份操作（Ctrl+U）</translation>
    </message>
    <message>
        <source>%1. As whom this window works</source>
        <translation>%1。本窗口以谁的身份操作</translation>
    </message>
    <message>
        <source>Name, role, street or unit</source>
        <translation>姓名、角色、街道或单位</translation>
    </message>
    <message>
        <source>Find a user</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>No user is called that.</source>
        <translation>没有这样的用户。</translation>
    </message>
    <message>
        <source>As %1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>gridward::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Esc closes this sheet</source>
        <translation>按 Esc 关闭</translation>
    </message>
</context>
<context>
    <name>gridward::SignInCover</name>
    <message>
        <source>Gridward</source>
        <translation>Gridward</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
</context>
<context>
    <name>gridward::SignInPage</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码错误。</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>This desk is locked</source>
        <translation>席位已锁定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>账号名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Stay signed in on this computer for a week</source>
        <translation>在此计算机上保持登录一周</translation>
    </message>
    <message>
        <source>This desktop has no keyring, so Gridward cannot remember anybody here.</source>
        <translation>此桌面没有密钥环，Gridward 无法在此保持登录。</translation>
    </message>
    <message>
        <source>Nobody needs a password in a demonstration or drill.</source>
        <translation>演示和演练不需要密码。</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后可重试</numerusform>
        </translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Go on as %1</source>
        <translation>以 %1 继续</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换其他用户登录</translation>
    </message>
</context>
<context>
    <name>gridward::SignInService</name>
    <message>
        <source>There is no keyring on this desktop: you will be asked for the password next time.</source>
        <translation>此桌面没有密钥环，下次仍须输入密码。</translation>
    </message>
</context>
<context>
    <name>gridward::SimilarPanel</name>
    <message>
        <source>As soon as the place is known, cases of the last 24 hours around it stand here.</source>
        <translation>地点确定后，这里列出周围最近 24 小时的案件。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>None of this class within %1 m in the last %2 hours.</source>
        <translation>%1 米以内、最近 %2 小时没有同类案件。</translation>
    </message>
    <message>
        <source>None within %1 m in the last %2 hours.</source>
        <translation>%1 米以内、最近 %2 小时没有案件。</translation>
    </message>
    <message>
        <source>Likely duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Likely duplicates: %1</source>
        <translation>疑似重复：%1 件</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>案件 %1</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>问题描述</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>%1 from the call</source>
        <translation>距来电地点 %1</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>上报时间</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>With</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>本次来电</translation>
    </message>
    <message>
        <source>Join the call with this case  F8</source>
        <translation>并入此案件  F8</translation>
    </message>
    <message>
        <source>Join the call with this case</source>
        <translation>并入此案件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>The place lies outside of the district: there is nothing to compare with.</source>
        <translation>位置在本区之外，没有可比对的案件。</translation>
    </message>
</context>
<context>
    <name>gridward::SpotPanel</name>
    <message>
        <source>This spot</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close the list of this spot</source>
        <translation>关闭此处的列表</translation>
    </message>
    <message>
        <source>Cases that reach this spot, nearest first</source>
        <translation>影响到此处的案件，由近到远</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not known here: too few are in reach.</source>
        <translation>此处未知：可及范围内数量太少。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) within %1 m</source>
        <translation>
            <numerusform>%1 米内 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The nearest %1 are listed.</source>
        <translation>列出最近的 %1 件。</translation>
    </message>
    <message>
        <source>Reading the cases …</source>
        <translation>正在读取案件……</translation>
    </message>
</context>
<context>
    <name>gridward::StaffForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gridward::StaffMatrixModel</name>
    <message>
        <source>vacant</source>
        <translation>空岗</translation>
    </message>
    <message numerus="yes">
        <source>%n vacant</source>
        <translation>
            <numerusform>空岗 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>away, nobody acts</source>
        <translation>休假，无代理</translation>
    </message>
    <message>
        <source>away, %1 acts</source>
        <translation>休假，%1 代理</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>gridward::StaffingPage</name>
    <message>
        <source>Staffing</source>
        <translation>人员配置</translation>
    </message>
    <message>
        <source>All streets</source>
        <translation>全部街道</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n grid(s)</source>
        <translation>
            <numerusform>%n 个网格</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vacant</source>
        <translation>
            <numerusform>空岗 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away without a deputy</source>
        <translation>
            <numerusform>休假无代理 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>On leave, and nobody acts: this work is not done.</source>
        <translation>休假且无代理：此项职责无人履行。</translation>
    </message>
    <message>
        <source>Vacant since %1.</source>
        <translation>自 %1 起空岗。</translation>
    </message>
    <message>
        <source>Vacant: nobody ever had this role here.</source>
        <translation>空岗：此处从未有人担任。</translation>
    </message>
    <message>
        <source>Since %1, %2</source>
        <translation>自 %1，%2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until further notice</source>
        <translation>至另行通知</translation>
    </message>
    <message>
        <source>At work: %1</source>
        <translation>工作电话：%1</translation>
    </message>
    <message>
        <source>Away until %1 (%2)</source>
        <translation>休假至 %1（%2）</translation>
    </message>
    <message>
        <source>Deputy: %1 %2</source>
        <translation>代理人：%1 %2</translation>
    </message>
    <message>
        <source>No deputy</source>
        <translation>无代理</translation>
    </message>
    <message>
        <source>End this duty …</source>
        <translation>结束此职责…</translation>
    </message>
    <message>
        <source>Assign: %1</source>
        <translation>指派：%1</translation>
    </message>
    <message>
        <source>One person may have several duties, one grid several people.</source>
        <translation>一人可任多职，一格可有多员。</translation>
    </message>
    <message>
        <source>End the duty of %1</source>
        <translation>结束 %1 的职责</translation>
    </message>
    <message>
        <source>Nothing is removed: the duty ends on its last day.</source>
        <translation>记录不会删除：职责在最后一天结束。</translation>
    </message>
    <message>
        <source>Choose somebody: type a part of the name.</source>
        <translation>请选择人员：输入姓名的一部分。</translation>
    </message>
    <message>
        <source>Staffing of the grids</source>
        <translation>网格人员配置</translation>
    </message>
    <message>
        <source>Grid, code or name</source>
        <translation>网格、编码或姓名</translation>
    </message>
    <message>
        <source>Find a grid or somebody</source>
        <translation>查找网格或人员</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>As of which day</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>Only grids with gaps</source>
        <translation>仅看有空缺的网格</translation>
    </message>
    <message>
        <source>Choose a cell to see who it is, since when, and who acts for them.</source>
        <translation>选择单元格可查看任职人员、起始日期和代理人。</translation>
    </message>
    <message>
        <source>Assign somebody …</source>
        <translation>指派人员…</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Part of the name</source>
        <translation>输入姓名的一部分</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>End the duty</source>
        <translation>结束职责</translation>
    </message>
</context>
<context>
    <name>gridward::StageStrip</name>
    <message>
        <source>Open cases by stage</source>
        <translation>各阶段未结案件</translation>
    </message>
    <message>
        <source>Only open cases at this stage: %1</source>
        <translation>仅显示该阶段的未结案件：%1</translation>
    </message>
    <message>
        <source>Without the filters:</source>
        <translation>不计筛选：</translation>
    </message>
    <message>
        <source>These numbers count all open cases here, or of the street that is chosen; those of the queues count what the filters leave.</source>
        <translation>这里计的是全部未结案件（或所选街道的）；队列按钮上的数字只计筛选后剩下的。</translation>
    </message>
</context>
<context>
    <name>gridward::StandingModel</name>
    <message>
        <source>In no community</source>
        <translation>不在任何社区</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
</context>
<context>
    <name>gridward::StandingStrip</name>
    <message>
        <source>%1 so far</source>
        <translation>%1至今</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Behind each number the whole month before, of the cases registered then.</source>
        <translation>每个数字后面是上个月整月，只统计上月登记的案件。</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>上月 %1</translation>
    </message>
    <message>
        <source>By community</source>
        <translation>各社区</translation>
    </message>
    <message>
        <source>Shows the same for each community, and in brackets the month before.</source>
        <translation>显示各社区的同样数字，括号内为上月。</translation>
    </message>
    <message>
        <source>The month so far</source>
        <translation>本月情况</translation>
    </message>
    <message>
        <source>%1 so far, %2 alone</source>
        <translation>%1至今（仅%2）</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Puts the communities away (M or Esc).</source>
        <translation>收起各社区的数字（M 或 Esc）。</translation>
    </message>
    <message>
        <source>In brackets: the whole month before. M or Esc puts this away.</source>
        <translation>括号内为上月整月。按 M 或 Esc 收起。</translation>
    </message>
</context>
<context>
    <name>gridward::StatusPanel</name>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>Cases, people and borders of this district are made up.</source>
        <translation>本城区的案件、人员和边界均为模拟数据。</translation>
    </message>
    <message>
        <source>Place under the mouse: longitude and latitude (WGS 84)</source>
        <translation>鼠标所在位置：经度、纬度（WGS 84）</translation>
    </message>
    <message>
        <source>Scale at the middle of the map</source>
        <translation>地图中心的比例尺</translation>
    </message>
    <message>
        <source>Opening the store …</source>
        <translation>正在打开数据库…</translation>
    </message>
    <message>
        <source>● Live</source>
        <translation>● 实时</translation>
    </message>
    <message>
        <source>Not updated since %1</source>
        <translation>数据自 %1 起未更新</translation>
    </message>
    <message>
        <source>The store could not be opened</source>
        <translation>数据库无法打开</translation>
    </message>
    <message>
        <source>No layers</source>
        <translation>没有图层</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>正在绘制…</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n 个图层</numerusform>
        </translation>
    </message>
    <message>
        <source>Scale 1:%1</source>
        <translation>比例尺 1:%1</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 unit grids · %3 open case(s)</source>
        <translation>
            <numerusform>%1 · %2 个单元网格 · %3 件未结案件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StepRunner</name>
    <message numerus="yes">
        <source>The class has %n conditions: open the case and choose one.</source>
        <translation>
            <numerusform>该类别有 %n 个立案条件：请打开案件选择其一。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::StepSeries</name>
    <message>
        <source>“%1” is there already. Choose an empty folder, or take the old pictures away.</source>
        <translation>“%1”已存在。请选择空文件夹，或移走原有图片。</translation>
    </message>
</context>
<context>
    <name>gridward::StoreSession</name>
    <message>
        <source>The store answers again. What is shown is up to date.</source>
        <translation>数据库恢复应答，显示的已是最新内容。</translation>
    </message>
</context>
<context>
    <name>gridward::StreetQueue</name>
    <message>
        <source>To assign</source>
        <translation>待指派</translation>
    </message>
    <message>
        <source>Nothing is to be assigned</source>
        <translation>没有待指派的案件</translation>
    </message>
    <message>
        <source>Cases appear here as soon as they are dispatched to your office.</source>
        <translation>案件派遣到本街道后会出现在这里。</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>已指派</translation>
    </message>
    <message>
        <source>Nobody has a case in hand</source>
        <translation>没有已指派的案件</translation>
    </message>
    <message>
        <source>Cases appear here when somebody is in charge of them.</source>
        <translation>案件指定处置人后会出现在这里。</translation>
    </message>
    <message>
        <source>Cases appear here two hours before their handling limit passes.</source>
        <translation>处置时限到期前两小时，案件会出现在这里。</translation>
    </message>
    <message>
        <source>All open here</source>
        <translation>本街道全部未结</translation>
    </message>
    <message>
        <source>No case is open in this street</source>
        <translation>本街道没有未结案件</translation>
    </message>
    <message>
        <source>New reports appear here by themselves.</source>
        <translation>新上报的案件会自动出现在这里。</translation>
    </message>
    <message>
        <source>Street office</source>
        <translation>街道工作台</translation>
    </message>
    <message>
        <source>“%1” goes with one case at a time.</source>
        <translation>“%1”一次只能对一件案件操作。</translation>
    </message>
    <message>
        <source>Urges the unit, with a note that it sees.</source>
        <translation>催办处置单位，并附上一句它能看到的话。</translation>
    </message>
    <message>
        <source>Goes with one case at a time.</source>
        <translation>一次只能对一件案件操作。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>请先选择案件。</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Ask for suspension</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Today&apos;s list</source>
        <translation>今日巡查单</translation>
    </message>
    <message>
        <source>Prints the list for the round: what is to be done outside, by community and person.</source>
        <translation>打印今日巡查单：需要到现场办的案件，按社区和人员分组。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) assigned.</source>
        <translation>
            <numerusform>已指派 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n 件未能派遣：</numerusform>
        </translation>
    </message>
    <message>
        <source>Close what could not be done first (Esc).</source>
        <translation>请先关闭“未办成”列表（Esc）。</translation>
    </message>
    <message>
        <source>Steps are still being written. Try again in a moment.</source>
        <translation>操作仍在写入，请稍后再试。</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1（%n 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>已反馈</translation>
    </message>
    <message>
        <source>Nothing handed in waits for a check</source>
        <translation>没有已反馈、等待核查的案件</translation>
    </message>
    <message>
        <source>Cases appear here when your people handed them in, until they are closed.</source>
        <translation>处置人反馈后，案件会出现在这里，直到结案。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) assigned to %1.</source>
        <translation>
            <numerusform>已将 %n 件案件指派给%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue or due soon</source>
        <translation>超期或临期</translation>
    </message>
    <message>
        <source>Nothing is overdue or due soon</source>
        <translation>没有超期或临期的案件</translation>
    </message>
</context>
<context>
    <name>gridward::StreetWorkspace</name>
    <message>
        <source>This street has no office in the list of organisations: the queues show the cases of every unit here.</source>
        <translation>组织机构表中没有本街道办事处：队列显示本街道所有单位的案件。</translation>
    </message>
    <message>
        <source>Your role may not print cases.</source>
        <translation>您的角色不能打印案件。</translation>
    </message>
    <message>
        <source>There is nothing to be done outside: the list would be empty.</source>
        <translation>没有需要到现场办的案件，巡查单是空的。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were sent to the printer.</source>
        <translation>
            <numerusform>已向打印机发送 %n 页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were printed to %1.</source>
        <translation>
            <numerusform>已将 %n 页打印到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>You see single cases of this street only: a list of it would leave out those of others.</source>
        <translation>您只能看到该街道的个别案件：巡查单会漏掉其他单位的案件。</translation>
    </message>
    <message>
        <source>This street office has nobody in its list.</source>
        <translation>本街道的名单中没有人员。</translation>
    </message>
</context>
<context>
    <name>gridward::SupervisionWorkspace</name>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>没有超期案件</translation>
    </message>
    <message>
        <source>Cases appear here when their handling limit has passed.</source>
        <translation>超过处置时限的案件会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing waits for a check</source>
        <translation>没有待核查案件</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>监督</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核查</translation>
    </message>
    <message>
        <source>Cases appear here when a unit has handed them in.</source>
        <translation>处置单位反馈后，案件出现在这里。</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Nothing is to be verified</source>
        <translation>没有待核实的上报</translation>
    </message>
    <message>
        <source>Reports appear here when somebody has to see whether they are true.</source>
        <translation>需要有人到现场看是否属实的上报会出现在这里。</translation>
    </message>
    <message>
        <source>Sent out</source>
        <translation>已派员</translation>
    </message>
    <message>
        <source>Nobody was sent to look at a case</source>
        <translation>没有派人去看任何案件</translation>
    </message>
    <message>
        <source>Whoever is sent to verify or to check stands here until it is done.</source>
        <translation>派去核实或核查的人会列在这里，直到完成。</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Nothing is stuck</source>
        <translation>没有停滞的案件</translation>
    </message>
    <message>
        <source>Cases appear here when nobody has taken a step with them for a day.</source>
        <translation>一天没有人推进的案件会出现在这里。</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>缺照片</translation>
    </message>
    <message>
        <source>No evidence is missing</source>
        <translation>不缺证据</translation>
    </message>
    <message>
        <source>Cases appear here when they were handed in without the picture that their class asks for.</source>
        <translation>反馈时没有附该类别要求的照片的案件会出现在这里。</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>No supervision waits for a reply</source>
        <translation>没有待答复的督办</translation>
    </message>
    <message>
        <source>Cases that you supervise stand here until their unit has replied.</source>
        <translation>督办的案件会列在这里，直到单位答复。</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>已催办</translation>
    </message>
    <message>
        <source>Nobody was urged</source>
        <translation>没有催办过</translation>
    </message>
    <message>
        <source>Cases appear here as their limit runs out: the highest rung first.</source>
        <translation>时限将尽的案件会出现在这里，催办级别最高的在前。</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Nobody is to be called back</source>
        <translation>没有待回访的案件</translation>
    </message>
    <message>
        <source>Cases with a reporter appear here when they passed the check, until the reporter was called.</source>
        <translation>有反映人的案件核查通过后会出现在这里，直到回访反映人。</translation>
    </message>
    <message>
        <source>Not yours: you dispatched or handled this case. Somebody else has to judge it.</source>
        <translation>非本人可评：您派遣或处置过此案，须由其他人评判。</translation>
    </message>
    <message>
        <source>“%1” goes with one case at a time.</source>
        <translation>“%1”一次只能对一件案件。</translation>
    </message>
    <message>
        <source>Close what could not be done first (Esc).</source>
        <translation>请先关闭未能完成的清单（Esc）。</translation>
    </message>
    <message>
        <source>Goes with one case at a time.</source>
        <translation>一次只能对一件案件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Choose a case first.</source>
        <translation>请先选一件案件。</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Send to rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Send a collector</source>
        <translation>派员</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s).</source>
        <translation>
            <numerusform>%1：%n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n 件未能完成：</numerusform>
        </translation>
    </message>
    <message>
        <source>Steps are still being written. Try again in a moment.</source>
        <translation>步骤仍在写入，请稍后再试。</translation>
    </message>
    <message>
        <source>Sampling …</source>
        <translation>抽查 …</translation>
    </message>
    <message>
        <source>Draw closed cases of a month for another look, by chance</source>
        <translation>随机抽取当月结案的案件复查</translation>
    </message>
    <message>
        <source>It passed its check already.</source>
        <translation>此案已通过核查。</translation>
    </message>
</context>
<context>
    <name>gridward::SurfaceTask</name>
    <message>
        <source>The heat map was stopped.</source>
        <translation>热力图计算已停止。</translation>
    </message>
</context>
<context>
    <name>gridward::SwipeView</name>
    <message>
        <source>Divider between the two periods</source>
        <translation>两个时段之间的分隔线</translation>
    </message>
    <message>
        <source>Drag it, or move it with ← and →.</source>
        <translation>可拖动，也可用 ← → 移动。</translation>
    </message>
</context>
<context>
    <name>gridward::TakingBack</name>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>There is no step of yours here to take back.</source>
        <translation>这里没有您可撤回的操作。</translation>
    </message>
    <message>
        <source>That step is taken back already, or can no longer be taken back here: nothing was done.</source>
        <translation>该操作已撤回，或在此已不能撤回：未执行任何操作。</translation>
    </message>
    <message>
        <source>Steps are still being written. Try again in a moment.</source>
        <translation>操作仍在写入，请稍后再试。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤回：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n taken back.</source>
        <translation>
            <numerusform>%1：已撤回 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can no longer be taken back:</source>
        <translation>
            <numerusform>%n 件已不能撤回：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken back:</source>
        <translation>
            <numerusform>%n 件未能撤回：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: this kind of step cannot be taken back, others may have seen it already. Nothing was done.</source>
        <translation>%1：此类操作不能撤回，他人可能已经看到。未做任何更改。</translation>
    </message>
    <message>
        <source>%1: somebody has gone on from it since.</source>
        <translation>%1：此后已有人继续办理，不能撤回。</translation>
    </message>
    <message>
        <source>%1: it has gone on since: %2</source>
        <translation>%1：此后案件已有进展：%2</translation>
    </message>
</context>
<context>
    <name>gridward::TrendChart</name>
    <message>
        <source>this period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>year before</source>
        <translation>上年同期</translation>
    </message>
    <message>
        <source>%.1f h</source>
        <translation>%.1f 小时</translation>
    </message>
    <message>
        <source>Nothing was counted in this period</source>
        <translation>本周期没有统计数据</translation>
    </message>
</context>
<context>
    <name>gridward::TriageBar</name>
    <message>
        <source>L  Locate</source>
        <translation>L  定位</translation>
    </message>
    <message>
        <source>K  Classify</source>
        <translation>K  定类</translation>
    </message>
    <message>
        <source>G  Select alike</source>
        <translation>G  选相似</translation>
    </message>
    <message>
        <source>M  Merge</source>
        <translation>M  合并</translation>
    </message>
    <message>
        <source>R  Refuse</source>
        <translation>R  不予受理</translation>
    </message>
    <message>
        <source>U  Undo</source>
        <translation>U  撤销</translation>
    </message>
    <message>
        <source>Wait until what is being done is done.</source>
        <translation>请等待正在进行的处理结束。</translation>
    </message>
    <message>
        <source>Nothing to take back.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>These rows have ended.</source>
        <translation>这些来件已办结。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>请先选择来件。</translation>
    </message>
    <message numerus="yes">
        <source>Register %n row(s)</source>
        <translation>
            <numerusform>登记 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish or cancel what is open at the side first.</source>
        <translation>请先完成或取消右侧正在填写的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Ctrl+Enter. %n row(s) that may be told of already are left.</source>
        <translation>
            <numerusform>Ctrl+Enter。疑似重复的 %n 件留待逐件处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>These rows may be told of already: merge them, or select one to register it.</source>
        <translation>这些来件疑似重复：请合并，或选中一件单独登记。</translation>
    </message>
    <message>
        <source>Ready are rows that have a class and a place.</source>
        <translation>有类别和位置的来件才可登记。</translation>
    </message>
    <message numerus="yes">
        <source>%n more may be told of already</source>
        <translation>
            <numerusform>另有 %n 件疑似重复</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已处理 %1／%2</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止（Esc）</translation>
    </message>
</context>
<context>
    <name>gridward::TriageForm</name>
    <message>
        <source>Each as it is proposed</source>
        <translation>各按建议</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a proposal</source>
        <translation>
            <numerusform>%n 件有建议</numerusform>
        </translation>
    </message>
    <message>
        <source>for it says: %1</source>
        <translation>因为写着：%1</translation>
    </message>
    <message>
        <source>The point that was typed</source>
        <translation>输入的坐标</translation>
    </message>
    <message>
        <source>near what it says: %1</source>
        <translation>接近所写的：%1</translation>
    </message>
    <message>
        <source>Into one: row %1</source>
        <translation>合并为一件：来件 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 件来件</numerusform>
        </translation>
    </message>
    <message>
        <source>Join case %1</source>
        <translation>并入案件 %1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>Into row %1</source>
        <translation>并入来件 %1</translation>
    </message>
    <message>
        <source>The reason as it was typed</source>
        <translation>输入的理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Class of %n row(s)</source>
        <translation>
            <numerusform>为 %n 件来件定类</numerusform>
        </translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>定类</translation>
    </message>
    <message numerus="yes">
        <source>Place of %n row(s)</source>
        <translation>
            <numerusform>为 %n 件来件定位</numerusform>
        </translation>
    </message>
    <message>
        <source>Type an address, a grid, a place or longitude, latitude.</source>
        <translation>输入地址、网格、地点或“经度,纬度”。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n row(s)</source>
        <translation>
            <numerusform>合并 %n 件来件</numerusform>
        </translation>
    </message>
    <message>
        <source>Into one row, or into an open case within 50 m.</source>
        <translation>合并为一件，或并入 50 米内的未结案件。</translation>
    </message>
    <message>
        <source>Row or case</source>
        <translation>来件或案件</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message numerus="yes">
        <source>Refuse %n row(s)</source>
        <translation>
            <numerusform>不予受理 %n 件来件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Nothing near is alike. Select the rows that belong together.</source>
        <translation>附近没有相似的。请选中属于一件事的来件。</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有匹配项。</translation>
    </message>
    <message>
        <source>Type a code, pinyin initials or words. Enter takes what is marked.</source>
        <translation>输入代码、拼音首字母或词语，Enter 采用选中的一项。</translation>
    </message>
    <message>
        <source>Choose a reason by its digit, or type one; then Enter. U takes it back.</source>
        <translation>按数字选择理由，或自行输入，再按回车。U 可撤销。</translation>
    </message>
    <message>
        <source>The others are registered with it.</source>
        <translation>其余来件随其一并登记。</translation>
    </message>
    <message>
        <source>These rows are not here any more.</source>
        <translation>这些来件已不在此处。</translation>
    </message>
    <message>
        <source>%1 was first: row %2 has ended (%3). What you typed is kept; Esc leaves.</source>
        <translation>%1 已抢先办结来件 %2（%3）。已输入的内容仍在；按 Esc 离开。</translation>
    </message>
    <message>
        <source>Class of row %1</source>
        <translation>为来件 %1 定类</translation>
    </message>
    <message>
        <source>Place of row %1</source>
        <translation>为来件 %1 定位</translation>
    </message>
    <message>
        <source>Merge row %1</source>
        <translation>合并来件 %1</translation>
    </message>
    <message>
        <source>Refuse row %1</source>
        <translation>不予受理来件 %1</translation>
    </message>
    <message>
        <source>Nothing here is called so. An area is no place: name an address, a grid or something near by.</source>
        <translation>没有这个名称的位置。街道、社区不是具体位置，请输入地址、网格或附近的地点。</translation>
    </message>
</context>
<context>
    <name>gridward::TriageHead</name>
    <message>
        <source>Waiting</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Needs place</source>
        <translation>缺位置</translation>
    </message>
    <message>
        <source>Needs class</source>
        <translation>缺类别</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>可登记</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Importing needs the permission “case:report” for the whole district, or “case:import”: ask whoever administers the district.</source>
        <translation>导入需要全区范围的“case:report”权限或“case:import”权限，请联系本区管理员。</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分拣</translation>
    </message>
    <message>
        <source>Find by words, address or number (/)</source>
        <translation>按词语、地址或编号查找（/）</translation>
    </message>
    <message>
        <source>Find in the inbox</source>
        <translation>在来件中查找</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>全部批次</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Key %1 in the table</source>
        <translation>在列表中按 %1 键</translation>
    </message>
    <message>
        <source>Which import is shown (B)</source>
        <translation>显示哪一批来件（B）</translation>
    </message>
</context>
<context>
    <name>gridward::TriageImport</name>
    <message>
        <source>Import %1 into the inbox</source>
        <translation>将 %1 导入来件箱</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>来件时间</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>Class there</source>
        <translation>对方类别</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Caller (masked)</source>
        <translation>来电人（脱敏）</translation>
    </message>
    <message>
        <source>Phone (masked)</source>
        <translation>电话（脱敏）</translation>
    </message>
    <message>
        <source>column “%1”</source>
        <translation>列“%1”</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Line %1 cannot be taken: %2</source>
        <translation>第 %1 行不能收入：%2</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>%1 rows taken, %2 known already, %3 refused.</source>
        <translation>收入 %1 行，已有 %2 行，拒收 %3 行。</translation>
    </message>
    <message numerus="yes">
        <source>%n of those taken have a number that was there already, with something else told under it.</source>
        <translation>
            <numerusform>其中 %n 件的编号先前已有，但内容不同，已作为新来件收下。</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend these lines in the file and import it once more: rows that are there already do not come in twice.</source>
        <translation>请在文件中改正这些行后再导入一次：已有的来件不会重复收入。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>gridward::TriagePanel</name>
    <message>
        <source>%1 m away</source>
        <translation>距此 %1 米</translation>
    </message>
    <message>
        <source>same class</source>
        <translation>类别相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>text %1 % alike</source>
        <translation>文字相似 %1%</translation>
    </message>
    <message>
        <source>Case %1 · %2</source>
        <translation>案件 %1 · %2</translation>
    </message>
    <message>
        <source>Row %1 · %2</source>
        <translation>来件 %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>Likely the same (%n)</source>
        <translation>
            <numerusform>可能是同一件事（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>未选择来件</translation>
    </message>
    <message>
        <source>Choose rows with the arrow keys, several of them with Shift.</source>
        <translation>用方向键选择来件，按住 Shift 选多件。</translation>
    </message>
    <message numerus="yes">
        <source>Row %1, and %n more selected</source>
        <translation>
            <numerusform>来件 %1，另选中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>来件 %1</translation>
    </message>
    <message>
        <source>From %1, batch %2</source>
        <translation>来自 %1，批次 %2</translation>
    </message>
    <message>
        <source>From %1, number %2, batch %3</source>
        <translation>来自 %1，编号 %2，批次 %3</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>来件时间</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Class, proposed</source>
        <translation>类别（建议）</translation>
    </message>
    <message>
        <source>%1, for it says: %2</source>
        <translation>%1，因为写着：%2</translation>
    </message>
    <message>
        <source>The words are not clear enough to propose one.</source>
        <translation>文字不够明确，不作建议。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>outside of every grid</source>
        <translation>不在任何网格内</translation>
    </message>
    <message>
        <source>Place, proposed</source>
        <translation>位置（建议）</translation>
    </message>
    <message>
        <source>No address or place of the district is named.</source>
        <translation>没有提到本区的地址或地点。</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>nobody was entered</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近改动</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>You lack the permission “personal:open”.</source>
        <translation>您缺少权限“personal:open”。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>kept with the case, if anybody was entered</source>
        <translation>如有登记，已随案件保存</translation>
    </message>
</context>
<context>
    <name>gridward::TriageRuns</name>
    <message numerus="yes">
        <source>%n ready row(s) may be told of already: merge them, or select one to register it.</source>
        <translation>
            <numerusform>%n 件可登记的来件疑似重复：请合并，或选中其中一件单独登记。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>来件 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>The user or the store has changed: %n row(s) had been done by then, the others were left as they are.</source>
        <translation>
            <numerusform>用户或数据库已变更：此前已处理 %n 件来件，其余保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready row(s) were left, for they may be told of already: merge them, or register each by itself.</source>
        <translation>
            <numerusform>另有 %n 件可登记的来件疑似重复，未予登记：请合并，或逐件登记。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n row(s) were left as they are.</source>
        <translation>
            <numerusform>已停止：其余 %n 件未动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be:</source>
        <translation>
            <numerusform>%n 件未能办理：</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no row to register in this lane.</source>
        <translation>本分道没有可登记的来件。</translation>
    </message>
    <message>
        <source>None of the selected rows can be registered: ready are rows that have a class (K) and a place (L).</source>
        <translation>所选来件都不能登记：有类别（K）和位置（L）的才可登记。</translation>
    </message>
    <message numerus="yes">
        <source>%n selected row(s) are not ready and were left as they are.</source>
        <translation>
            <numerusform>%n 件所选来件还不能登记，保持原样。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had no proposal and were left as they are.</source>
        <translation>
            <numerusform>%n 件来件没有建议，保持原样。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::TriageWorkspace</name>
    <message>
        <source>Import rows</source>
        <translation>导入来件</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格文件 (%1)</translation>
    </message>
    <message>
        <source>No other row in this lane is alike.</source>
        <translation>本分道中没有其他相似的来件。</translation>
    </message>
    <message>
        <source>No district is open</source>
        <translation>尚未打开城区</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>Reading the inbox …</source>
        <translation>正在读取来件…</translation>
    </message>
    <message>
        <source>The inbox cannot be shown</source>
        <translation>无法显示来件</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>没有匹配的来件</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>来件箱是空的</translation>
    </message>
    <message>
        <source>Drop a hotline dump or an export of another system here: CSV, XLSX, ODS or JSON lines.</source>
        <translation>把热线批量数据或其他系统的导出文件拖到这里：CSV、XLSX、ODS 或 JSON 行。</translation>
    </message>
    <message>
        <source>The other lanes are on the keys 1 to 6.</source>
        <translation>按键 1 至 6 切换其他分道。</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分拣</translation>
    </message>
    <message>
        <source>Rows of the inbox</source>
        <translation>来件</translation>
    </message>
    <message>
        <source>Not all rows could be read, and it is tried again: %1</source>
        <translation>来件未能全部读出，正在重试：%1</translation>
    </message>
    <message>
        <source>The newest %1 of %2 rows that have ended are shown.</source>
        <translation>已办结的 %2 件中显示最新的 %1 件。</translation>
    </message>
    <message>
        <source>Finish or cancel what is open at the side first.</source>
        <translation>请先完成或取消右侧正在填写的内容。</translation>
    </message>
    <message>
        <source>No row is waiting</source>
        <translation>没有待处理的来件</translation>
    </message>
    <message>
        <source>No row needs a place</source>
        <translation>没有缺位置的来件</translation>
    </message>
    <message>
        <source>No row needs a class</source>
        <translation>没有缺类别的来件</translation>
    </message>
    <message>
        <source>No rows are likely duplicates</source>
        <translation>没有疑似重复的来件</translation>
    </message>
    <message>
        <source>No row is ready to be registered</source>
        <translation>没有可登记的来件</translation>
    </message>
    <message>
        <source>No row has come to its end yet</source>
        <translation>还没有办结的来件</translation>
    </message>
    <message>
        <source>Other rows are hidden by the words that are looked for. Esc takes them away.</source>
        <translation>其他来件因查找词而隐藏。按 Esc 清除查找词。</translation>
    </message>
    <message>
        <source>Only the rows of one batch are shown. B chooses another one, or all of them.</source>
        <translation>只显示一个批次的来件。按 B 选择其他批次或全部批次。</translation>
    </message>
</context>
<context>
    <name>gridward::UnitDesk</name>
    <message>
        <source>Nobody has the number “%1”.</source>
        <translation>没有编号为“%1”的人员。</translation>
    </message>
</context>
<context>
    <name>gridward::UnitModel</name>
    <message>
        <source>serves another part of the district</source>
        <translation>负责其他片区</translation>
    </message>
    <message>
        <source>Nobody of them is on duty or was seen within the hour.</source>
        <translation>该单位无人值班，近一小时也未见其人员。</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
</context>
<context>
    <name>gridward::UnitsPanel</name>
    <message>
        <source>Choose cases in the queue, or drop cases on a unit.</source>
        <translation>请在队列中选择案件，或把案件拖到单位上。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>处置单位</translation>
    </message>
    <message>
        <source>Find a unit</source>
        <translation>查找单位</translation>
    </message>
    <message>
        <source>The units are being ranked for what is chosen.</source>
        <translation>正在为所选案件排列处置单位……</translation>
    </message>
    <message>
        <source>Proposal for case %1. Enter or a double click dispatches it to the unit; so does dropping it there.</source>
        <translation>案件 %1 的推荐单位。按 Enter 或双击即派给该单位，也可把案件拖到单位上。</translation>
    </message>
    <message>
        <source>no longer open</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>The case cannot be dispatched: %1.</source>
        <translation>该案件不能派遣：%1。</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n chosen case(s) can be dispatched: %1.</source>
        <translation>
            <numerusform>所选 %n 件案件都不能派遣：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposal for case %1, one of those chosen. %2 of %3 can be dispatched: Enter or a double click sends them to the unit, and so does dropping them there.</source>
        <translation>按所选案件之一 %1 推荐。%3 件中可派遣 %2 件：按 Enter 或双击即派给该单位，拖到单位上也可以。</translation>
    </message>
</context>
<context>
    <name>gridward::UserChoicePage</name>
    <message>
        <source>the whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>for every handling unit</source>
        <translation>代表所有处置单位</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>As whom do you want to work?</source>
        <translation>以谁的身份工作？</translation>
    </message>
    <message>
        <source>This is a demonstration: everything in it is made up, and nobody needs a password.</source>
        <translation>这是演示：其中一切均为虚构，不需要密码。</translation>
    </message>
    <message>
        <source>This is a drill: whoever takes part says who they are, and nobody needs a password.</source>
        <translation>这是演练：参加者自行说明身份，不需要密码。</translation>
    </message>
    <message>
        <source>Filter by name, role or area</source>
        <translation>按姓名、角色或区域筛选</translation>
    </message>
    <message>
        <source>Filter the users</source>
        <translation>筛选用户</translation>
    </message>
    <message>
        <source>No user is called that.</source>
        <translation>没有这样的用户。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on as %1</source>
        <translation>以 %1 继续</translation>
    </message>
</context>
<context>
    <name>gridward::UsualReasons</name>
    <message>
        <source>Not a matter of city management.</source>
        <translation>不属于城市管理事项。</translation>
    </message>
    <message>
        <source>The place lies outside of the district.</source>
        <translation>地点不在本区。</translation>
    </message>
    <message>
        <source>Nothing of the kind was found on the spot.</source>
        <translation>现场未发现所述问题。</translation>
    </message>
    <message>
        <source>Too little is said to find or judge it.</source>
        <translation>信息不足，无法查找或判断。</translation>
    </message>
    <message>
        <source>Another authority is in charge; the caller was told which.</source>
        <translation>由其他部门负责，已告知来电人。</translation>
    </message>
    <message>
        <source>Reported twice.</source>
        <translation>重复上报。</translation>
    </message>
    <message>
        <source>Entered by mistake.</source>
        <translation>误登记。</translation>
    </message>
    <message>
        <source>The caller has taken it back.</source>
        <translation>来电人已撤回。</translation>
    </message>
</context>
<context>
    <name>gridward::WallCaseList</name>
    <message>
        <source>since %1</source>
        <translation>自 %1</translation>
    </message>
</context>
<context>
    <name>gridward::WallChart</name>
    <message>
        <source>usual</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hour of the day</comment>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 since %2:00</source>
        <translation>%2:00 起 %1 件</translation>
    </message>
</context>
<context>
    <name>gridward::WallIndicators</name>
    <message>
        <source>before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>┃ before  △ target</source>
        <translation>┃ 上期  △ 目标</translation>
    </message>
    <message>
        <source>same</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>变好 %1</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>变差 %1</translation>
    </message>
</context>
<context>
    <name>gridward::WallLines</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::WallRank</name>
    <message>
        <source>Open cases now, overdue ones in red</source>
        <translation>当前未结（件），红色为超期</translation>
    </message>
    <message>
        <source>Cases a day, last 14 days; today so far</source>
        <translation>近 14 天每日受理（件），末端为今日</translation>
    </message>
    <message>
        <source>In time, last 30 days</source>
        <translation>近 30 天按期处置率</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>超期 %1 件</translation>
    </message>
</context>
<context>
    <name>gridward::WallScreen</name>
    <message>
        <source>not updated for %1</source>
        <translation>已 %1未更新</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Burning</source>
        <translation>火急案件</translation>
    </message>
    <message numerus="yes">
        <source>Burning: %n case(s)</source>
        <translation>
            <numerusform>火急 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>red, or orange and overdue or unwatched</source>
        <translation>红色，或橙色且超期、漏签</translation>
    </message>
    <message>
        <source>Nothing is burning: no red case is open, and no orange one is overdue.</source>
        <translation>没有火急案件：无未结红色案件，橙色案件均未超期。</translation>
    </message>
    <message>
        <source>Cases registered by the hour</source>
        <translation>今日各时段受理（件）</translation>
    </message>
    <message>
        <source>today; no earlier days to compare with</source>
        <translation>今日；尚无可比的往日</translation>
    </message>
    <message numerus="yes">
        <source>today, usual: mean of %n working day(s)</source>
        <translation>
            <numerusform>平日为 %n 个工作日均值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>today, usual: mean of %n day(s) off</source>
        <translation>
            <numerusform>平日为 %n 个休息日均值</numerusform>
        </translation>
    </message>
    <message>
        <source>Urgent case</source>
        <translation>紧急案件</translation>
    </message>
    <message>
        <source>No orange or red case is open.</source>
        <translation>当前没有橙色或红色案件。</translation>
    </message>
    <message numerus="yes">
        <source>Burning: %n case(s), the first %1 here</source>
        <translation>
            <numerusform>火急 %n 件，显示前 %1 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridward::WallWorkspace</name>
    <message>
        <source>Simulated data</source>
        <translation>模拟数据</translation>
    </message>
    <message>
        <source>No district is open</source>
        <translation>尚未打开城区</translation>
    </message>
    <message>
        <source>The wall shows a district as soon as one is opened.</source>
        <translation>打开城区数据后，大屏随即显示。</translation>
    </message>
    <message>
        <source>The district could not be opened</source>
        <translation>城区数据打不开</translation>
    </message>
    <message>
        <source>Reading the district …</source>
        <translation>正在读取城区数据……</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>需要几秒钟。</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>尚未登录</translation>
    </message>
    <message>
        <source>It is shown as soon as its file or server can be reached.</source>
        <translation>文件或服务器恢复可用后，将自动显示。</translation>
    </message>
    <message>
        <source>Press Esc, sign in at the desk, and press F11.</source>
        <translation>请按 Esc 回到工作台登录，再按 F11。</translation>
    </message>
    <message>
        <source>Not updated since %1</source>
        <translation>数据自 %1 起未更新</translation>
    </message>
    <message>
        <source>As of %1, %2 old</source>
        <translation>数据截至 %1，已旧 %2</translation>
    </message>
    <message>
        <source>The scene “%1” is left out: %2</source>
        <translation>场景文件“%1”未采用：%2</translation>
    </message>
</context>
<context>
    <name>gridward::WorkspaceHost</name>
    <message>
        <source>%1 – Gridward</source>
        <translation>%1 – Gridward</translation>
    </message>
    <message>
        <source>%1 – %2 – Gridward</source>
        <translation>%1 – %2 – Gridward</translation>
    </message>
    <message>
        <source>“%1” is shown in its own window.</source>
        <translation>“%1”显示在单独的窗口中。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>放回主窗口</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>显示该窗口</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
</TS>
