"""The commands of ``jiayi`` and what each prints."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.cli.language import terminal_language
from generator.cli.select import select
from generator.cli.signing import blocking, readings, verdict
from generator.diagnostics import Diagnostic, Severity, Text, has_errors, ordered
from generator.files import find_root, projects
from generator.load import Loaded, Workspace, load_project, open_workspace, same_ids
from generator.model.profile import ProjectKind
from generator.report import FORMATS, reporter

if TYPE_CHECKING:
    from generator.build.cards import Gathered

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed. 问题的输出格式。",
)

ONLY = click.option(
    "--only", multiple=True, metavar="KIND", help="Make this kind only (repeatable). 只生成这种文件。"
)
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Output folder. 输出文件夹。"
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jiayi")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default=None, help="Language of messages. 提示语言。"
)
@click.pass_context
def app(context: click.Context, lang: str | None) -> None:
    """Contract drafts, minutes, evaluation forms and summaries from YAML. 用 YAML 生成合同、纪要、评价表和摘要。"""
    context.obj = lang or terminal_language()


@app.command()
@PATHS
@FORMAT
@click.option("--strict", is_flag=True, help="Warnings count as errors. 警告也算错误。")
@click.option(
    "--sign-off", is_flag=True, help="Say whether the contracts are ready to be signed. 合同是否可以签署。"
)
@click.pass_obj
def check(language: str, paths: tuple[Path, ...], form: str, strict: bool, sign_off: bool) -> None:
    """Check projects. 检查项目：格式、引用、金额、日期、考核和风险。"""
    root, chosen = select(paths, language)
    workspace = open_workspace(root)
    loaded = {path: _checked(workspace, path, sign_off=sign_off) for path in chosen}
    findings = _findings(workspace, loaded)
    _report(findings, workspace, loaded, form, language)
    if form == "text":
        for text in verdict(findings, loaded.values(), sign_off=sign_off):
            click.echo(text.of(language))
    if sign_off:
        sys.exit(1 if blocking(findings) else 0)
    sys.exit(1 if has_errors(findings) or (strict and findings) else 0)


@app.command()
@PATHS
@FORMAT
@ONLY
@OUTPUT
@click.option("-q", "--quiet", is_flag=True, help="Print findings only. 只输出问题。")
@click.option("--force", is_flag=True, help="Make everything anew. 全部重做。")
@click.option("--explain", "why", is_flag=True, help="Say why each document is made. 说明每份文件为何重做。")
@click.option("--prune", is_flag=True, help="Remove documents whose source is gone. 删除来源已不存在的文件。")
@click.option("-j", "--jobs", type=click.IntRange(1), help="Processes at most. 最多用几个进程。")
@click.option(
    "--pdf", is_flag=True, help="Word documents as PDF, too, by LibreOffice. 另用 LibreOffice 转出 PDF。"
)
@click.option("--watch", "again", is_flag=True, help="Build again on every save, as watch does. 同 watch。")
@click.option(
    "--executor", metavar="ADDRESS", help="Build on a Dask cluster: dask://host:port. 在 Dask 集群上生成。"
)
@click.pass_obj
def build(  # noqa: PLR0913, PLR0917  # one parameter for each option
    language: str,
    paths: tuple[Path, ...],
    form: str,
    only: tuple[str, ...],
    output: Path | None,
    quiet: bool,
    force: bool,
    why: bool,
    prune: bool,
    jobs: int | None,
    executor: str | None,
    again: bool,
    pdf: bool,
) -> None:
    """Check projects and make the documents that are stale. 检查并生成有变化的文件。"""
    from generator.cli.building import Wanted, build_all, said  # noqa: PLC0415  # rendering is slow to import; check needs none of it

    if again:
        if form != "text" or quiet or force or why or prune or jobs or executor or pdf:
            message = Text("--watch 只能与 --only 和 -o 同用", "--watch goes with --only and -o alone")
            raise click.UsageError(message.of(language))
        click.get_current_context().invoke(watch, paths=paths, only=only, output=output)
        return
    root, chosen = select(paths, language)
    epoch, show = os.environ.get("SOURCE_DATE_EPOCH", ""), not quiet and form == "text"
    wanted = Wanted(root, chosen, only, output, epoch, force, prune, why, jobs, executor, show, pdf)
    told = build_all(wanted, language)
    unique = ordered(told.findings)
    status = 1 if has_errors(unique) else 0
    report = reporter(form)(unique, told.sources, language) if unique or form != "text" else ""
    if report:
        click.echo(report)
    if told.quick is not None and form == "text":
        told.quick(said(wanted, report, status, language))
    sys.exit(status)


@app.command()
@PATHS
@ONLY
@OUTPUT
@click.option(
    "--poll",
    type=click.FloatRange(0.1),
    metavar="SECONDS",
    help="Look at intervals, for network drives. 定时查看（网络盘）。",
)
@click.option("--serve", is_flag=True, help="Show a live preview in the browser. 在浏览器中实时预览。")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of the preview. 预览端口。")
@click.option("--open", "launch", is_flag=True, help="Open the preview in the browser. 打开浏览器。")
@click.pass_obj
def watch(  # noqa: PLR0913, PLR0917  # one parameter for each option
    language: str,
    paths: tuple[Path, ...],
    only: tuple[str, ...],
    output: Path | None,
    poll: float | None,
    serve: bool,
    port: int,
    launch: bool,
) -> None:
    """Build, and build again on every save. 监视并在保存时重新生成。"""
    from generator.cli.building import Wanted  # noqa: PLC0415  # rendering is slow to import
    from generator.cli.watching import Served  # noqa: PLC0415  # used by this command alone
    from generator.cli.watching import watch as run  # noqa: PLC0415  # likewise

    root, chosen = select(paths, language)
    epoch, served = os.environ.get("SOURCE_DATE_EPOCH", ""), Served(port, launch) if serve or launch else None
    try:
        run(Wanted(root, chosen if paths else (), only, output, epoch), poll, served, language)
    except KeyboardInterrupt:
        click.echo()
        sys.exit(0)


@app.command()
@PATHS
@click.option(
    "--within",
    default="30d",
    show_default=True,
    metavar="DAYS",
    help="Days ahead, such as 14d. 今后多少天，例如 14d。",
)
@click.option("--party", type=click.Choice(["a", "b"]), help="Of one party only. 只列一方的。")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the list is printed. 输出格式。",
)
@click.pass_obj
def due(language: str, paths: tuple[Path, ...], within: str, party: str | None, form: str) -> None:
    """List what is overdue and falls due. 列出逾期和即将到期的事项。"""
    from generator.cli.agenda import boards, days  # noqa: PLC0415  # used by this command alone
    from generator.report import agenda  # noqa: PLC0415  # likewise

    ahead = days(within, language)
    workspace, loaded = _load(paths, language, signing=False)
    shown = boards(loaded.values(), ahead, party)
    if shown or form == "json":
        click.echo(agenda.json_text(shown, language) if form == "json" else agenda.text(shown, language))
    broken = tuple(one for one in _findings(workspace, loaded) if one.severity is Severity.ERROR)
    if len(shown) < len(loaded):
        _report(broken, workspace, loaded, "text", language, error=True)
        sys.exit(1)


@app.command()
@PATHS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the table is printed. 输出格式。",
)
@click.pass_obj
def status(language: str, paths: tuple[Path, ...], form: str) -> None:
    """Show how the projects stand. 列出各项目的得分、付款、逾期和风险。"""
    from generator.derive.portfolio import portfolio as summed  # noqa: PLC0415  # used by this command alone
    from generator.report import status as table  # noqa: PLC0415  # likewise

    gathered, _ = _gathered(paths, None, language)
    found = summed(gathered.cards.values(), (), 0)
    if found is not None:
        click.echo(table.json_text(found) if form == "json" else table.text(found, language))
    _end(gathered, language)


@app.command()
@PATHS
@click.option(
    "--within",
    default="30d",
    show_default=True,
    metavar="DAYS",
    help="Days ahead for what falls due, at most 90d. 列出今后多少天到期的事项，最多 90d。",
)
@OUTPUT
@click.pass_obj
def portfolio(language: str, paths: tuple[Path, ...], within: str, output: Path | None) -> None:
    """Make the report over all projects. 生成项目组合报告（PDF）。"""
    from generator.cli.agenda import days  # noqa: PLC0415  # used where it is asked for
    from generator.cli.portfolio import make  # noqa: PLC0415  # rendering is slow to import
    from generator.derive.card import AHEAD  # noqa: PLC0415  # likewise

    ahead = days(within, language)
    if ahead > AHEAD:
        message = Text(f"--within 最多 {AHEAD} 天", f"--within is at most {AHEAD} days")
        raise click.UsageError(message.of(language))
    gathered, folder = _gathered(paths, output, language)
    path, new, findings = make(gathered, folder, ahead, os.environ.get("SOURCE_DATE_EPOCH", ""))
    if findings:
        click.echo(reporter("text")(ordered(findings), {}, language), err=True)
    if path is not None:
        note = "" if new else Text("（未变）", " (unchanged)").of(language)
        click.echo(f"✓ {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}{note}")
    _end(gathered, language, failed=path is None)


def _gathered(paths: tuple[Path, ...], output: Path | None, language: str) -> tuple[Gathered, Path]:
    """Return the cards of the projects that were asked for, and the output folder."""
    from generator.build.cards import gather  # noqa: PLC0415  # used by two commands alone

    root, chosen = select(paths, language)
    folder = output or root / "output"
    return gather(root, chosen, folder), folder


def _end(gathered: Gathered, language: str, *, failed: bool = False) -> None:
    """Say what is wrong with projects that have errors, on standard error, and end with 1 where there are any."""
    if gathered.broken:
        findings = [one for loaded in gathered.broken.values() for one in loaded.diagnostics]
        wrong = tuple(one for one in findings if one.severity is Severity.ERROR)
        _report(wrong, gathered.workspace, gathered.broken, "text", language, error=True)
    if gathered.broken or failed:
        sys.exit(1)


@app.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in ProjectKind]),
    default="service_outsourcing",
    show_default=True,
    help="Kind of project. 合同类型。",
)
@click.option("--name", help="Name of the project. 项目名称。")
@click.pass_obj
def new(language: str, path: Path, kind: str, name: str | None) -> None:
    """Make a project, with a workspace around it where there is none. 新建项目（没有工作区时一并新建）。"""
    from generator.cli.starting import start  # noqa: PLC0415  # used by this command alone

    for made in start(path, kind, name, language):
        click.echo(Text(f"已新建 {made}", f"created {made}").of(language))
    root = find_root(path.resolve().parent)
    others = [one for one in projects(root) if one.stem != path.name.removesuffix(".yaml")]
    if others:
        from generator.build.cards import gather  # noqa: PLC0415  # only where there are other projects
        from generator.cli.lessons import for_new  # noqa: PLC0415  # likewise

        cards = gather(root, others, root / "output").cards.values()
        for line in for_new(ProjectKind(kind), cards, language):
            click.echo(line)


@app.command()
@PATHS
@click.pass_obj
def lessons(language: str, paths: tuple[Path, ...]) -> None:
    """Show lessons of similar projects. 列出相近项目的案例和教训。"""
    from generator.build.cards import gather  # noqa: PLC0415  # used by few commands
    from generator.cli.lessons import for_project  # noqa: PLC0415  # used by this command alone

    root, chosen = select(paths, language)
    gathered = gather(root, projects(root), root / "output")
    wanted = {path.resolve() for path in chosen}
    for one in (one for path, one in gathered.cards.items() if path.resolve() in wanted):
        for line in for_project(one, gathered.cards.values(), language):
            click.echo(line)
    _end(gathered, language)


@app.command()
@click.argument("code")
@click.pass_obj
def explain(language: str, code: str) -> None:
    """Explain a diagnostic code. 解释一个问题代码。"""
    from generator.cli.manual import page  # noqa: PLC0415  # imports every check

    click.echo(page(code, language))


@app.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell. 输出命令行补全脚本。"""
    from click.shell_completion import get_completion_class  # noqa: PLC0415  # used by this command alone

    complete = get_completion_class(shell)
    if complete is not None:
        click.echo(complete(app, {}, "jiayi", "_JIAYI_COMPLETE").source())


def _load(paths: tuple[Path, ...], language: str, *, signing: bool) -> tuple[Workspace, dict[Path, Loaded]]:
    root, chosen = select(paths, language)
    workspace = open_workspace(root)
    return workspace, {path: load_project(workspace, path, signing=signing) for path in chosen}


def _checked(workspace: Workspace, path: Path, *, sign_off: bool) -> Loaded:
    """Return what is to be said of the project at ``path``, and nothing more of it."""
    one = load_project(workspace, path, signing=sign_off)
    return one.told(readings(workspace, [one]) if sign_off else ())


def _findings(workspace: Workspace, loaded: dict[Path, Loaded]) -> tuple[Diagnostic, ...]:
    found = [diagnostic for one in loaded.values() for diagnostic in one.diagnostics]
    return ordered([*workspace.diagnostics, *found, *same_ids(loaded).values()])


def _report(
    findings: tuple[Diagnostic, ...],
    workspace: Workspace,
    loaded: dict[Path, Loaded],
    form: str,
    language: str,
    *,
    error: bool = False,
) -> None:
    sources = {name: text for one in loaded.values() for name, text in one.sources.items()}
    if workspace.source is not None:
        sources[workspace.source.file] = workspace.source.text
    click.echo(reporter(form)(findings, sources, language), err=error)
