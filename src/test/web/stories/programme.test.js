import assert from "node:assert/strict";
import { story } from "./harness.js";

story(
  "a target is changed, refused, added and taken back on the page, and another page hears of it",
  async (stage) => {
    const page = await stage.page();
    const other = await stage.page({ author: "乙" });
    await page.locator("gp-targets .edit button").click();
    const dialog = page.locator("dialog.programme");
    await dialog.waitFor();
    assert.equal(await dialog.locator("nav button").count(), 5);
    await dialog.locator("nav button", { hasText: "新增绿地" }).click();
    await dialog.locator('input[name="value"]').fill("650000");
    await dialog.locator('select[name="unit"]').selectOption("km");
    await dialog.locator('button[type="submit"]').click();
    await dialog.locator(".notice.fault", { hasText: "单位" }).waitFor();
    await stage.shot(page, "targets refused");
    await dialog.locator('select[name="unit"]').selectOption("ha");
    await dialog.locator('button[type="submit"]').click();
    await page.locator("gp-targets .target", { hasText: "/ 65" }).waitFor();
    await other.locator("gp-targets .target", { hasText: "/ 65" }).waitFor();

    await dialog.locator("nav button.add").click();
    await dialog.locator('input[name="code"]').fill("bamboo");
    await dialog.locator('input[name="title_zh"]').fill("竹林");
    await stage.shot(page, "targets edited");
    await dialog.locator('button[type="submit"]').click();
    await other.locator("gp-targets h2", { hasText: "竹林" }).waitFor();
    await dialog.locator("header button").click();
    await page.keyboard.press("Control+z");
    await page
      .locator("gp-targets h2", { hasText: "竹林" })
      .waitFor({ state: "detached" });
    // While one step is taken back the page takes no other.
    await page
      .locator('gp-status button[aria-label*="撤销"]:not([disabled])')
      .first()
      .waitFor();
    await page.keyboard.press("Control+z");
    await other
      .locator("gp-targets .target", { hasText: "/ 50" })
      .first()
      .waitFor();
    assert.deepEqual(stage.faults, []);
  },
);

story(
  "the plan gets another title on the page, in history and in English",
  async (stage) => {
    const page = await stage.page();
    await page.locator("gp-brand .title").click();
    const dialog = page.locator("dialog.programme");
    await dialog.locator('input[name="title_zh"]').fill("某区 2026 年绿化计划");
    await dialog
      .locator('input[name="title_en"]')
      .fill("Some programme of 2026");
    await stage.shot(page, "plan identity");
    await dialog.locator('button[type="submit"]').click();
    await page
      .locator("gp-brand .title", { hasText: "某区 2026 年" })
      .waitFor();
    assert.equal(
      (await stage.get("/api/plan")).title.en,
      "Some programme of 2026",
    );
    const [newest] = await stage.get("/api/history?limit=1");
    assert.equal(newest.changes[0].label, "某区 2026 年绿化计划");
    await stage.post("/api/undo", { author: "甲" });
    await page.locator("gp-brand .title", { hasText: "上街区" }).waitFor();
  },
);
