<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>This version does not open networked stores; name a file.</source>
        <translation>本版本还不能打开网络数据库，请指定文件。</translation>
    </message>
    <message>
        <source>gridward --help tells what there is.</source>
        <translation>运行 gridward --help 查看用法。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. “gridward render” draws without one.</source>
        <translation>没有可用的显示器，无法打开窗口。“gridward render”不需要显示器即可出图。</translation>
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
        <translation>请指定图片的保存位置：--out PNG，或 --every 时间 --out-dir 目录。</translation>
    </message>
    <message>
        <source>There is no command “%1”. The commands are: %2</source>
        <translation>没有命令“%1”。可用的命令：%2</translation>
    </message>
    <message>
        <source>Usage: gridward open [FILE…] [--screen NAME]
Opens the window and shows these files on the map.</source>
        <translation>用法：gridward open [文件…] [--screen 名称]
打开窗口并在地图上显示这些文件。</translation>
    </message>
    <message>
        <source>Usage: gridward [COMMAND]
Command centre for districts that are run by unit grids.

Without a command the window opens.
  open      open the window with files on the map
  render    draw a screen into a picture
  gridward COMMAND --help tells more; gridward --version tells the version.

Exit status: 0 done, 1 the work failed, 2 wrong usage, 3 not reachable,
4 refused, 5 input partly rejected.</source>
        <translation>用法：gridward [命令]
单元网格化管理区域的指挥中心。

不带命令时打开窗口。
  open      打开窗口并显示文件
  render    把界面绘制成图片
  gridward 命令 --help 查看详细用法；gridward --version 查看版本。

退出状态：0 完成，1 失败，2 用法错误，3 无法访问，
4 被拒绝，5 部分输入未被接受。</translation>
    </message>
    <message>
        <source>Usage: gridward render FILE… --screen NAME --out PNG [options]
Draws a screen into a picture; needs no display.

  --screen NAME    which screen: %1
  --out PNG        where the picture goes
  --size WxH       its size in pixels (1920x1080)
  --scale F        pixels for one logical pixel, 1 to 4 (1)
  --lang L         zh_CN or en (what the environment asks for)
  --theme T        day or night (day)
  --every TIME --out-dir DIR
                   a picture every 30s, 5m or 1h, until stopped
  --json           say on standard output what was drawn, as JSON
  --list-screens   only print the names of the screens</source>
        <translation>用法：gridward render 文件… --screen 名称 --out PNG [选项]
把界面绘制成图片，不需要显示器。

  --screen 名称    绘制哪个界面：%1
  --out PNG        图片保存位置
  --size 宽x高     图片大小，像素（1920x1080）
  --scale F        每个逻辑像素的图片像素数，1 至 4（1）
  --lang L         zh_CN 或 en（默认依环境变量）
  --theme T        day（白天）或 night（夜间）（day）
  --every 时间 --out-dir 目录
                   每隔 30s、5m 或 1h 出一张图，直到停止
  --json           在标准输出以 JSON 说明绘制结果
  --list-screens   只列出界面名称</translation>
    </message>
    <message>
        <source>--size divided by --scale must leave 320x240 or more for the window.</source>
        <translation>--size 除以 --scale 后，窗口不得小于 320x240。</translation>
    </message>
    <message>
        <source>--every must be a time such as 30s, 5m or 1h, a day at the most.</source>
        <translation>--every 应为时间间隔，例如 30s、5m 或 1h，最长一天。</translation>
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
</context>
<context>
    <name>gridward::LayerLoader</name>
    <message>
        <source>Opening map files</source>
        <translation>正在打开地图文件</translation>
    </message>
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
    <message>
        <source>Place under the mouse: longitude and latitude (WGS 84)</source>
        <translation>鼠标所在位置：经度、纬度（WGS 84）</translation>
    </message>
    <message>
        <source>Scale at the middle of the map</source>
        <translation>地图中心的比例尺</translation>
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
        <source>Scale 1:%1</source>
        <translation>比例尺 1:%1</translation>
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
</context>
<context>
    <name>gridward::RenderJob</name>
    <message>
        <source>The picture was not complete after five minutes. Draw less, or a smaller picture.</source>
        <translation>五分钟内未能完成绘制。请减少内容或缩小图片。</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>无法创建文件夹“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
</context>
</TS>
