// Where things are, by role and name only: what a test cannot find this way, a person cannot find either.
import type { Locator } from "@playwright/test";
import type { Desk } from "./desk";

export const heading = (desk: Desk, name: string | RegExp, level?: number): Locator =>
  desk.page.getByRole("heading", { name, level, exact: typeof name === "string" });

export const button = (desk: Desk, name: string): Locator => desk.page.getByRole("button", { name, exact: true });

export const link = (desk: Desk, name: string): Locator => desk.page.getByRole("link", { name, exact: true });

export const field = (desk: Desk, name: string): Locator => desk.page.getByRole("textbox", { name, exact: true });

export const search = (desk: Desk, name: string): Locator => desk.page.getByRole("searchbox", { name });

export const checkbox = (desk: Desk, name: string): Locator => desk.page.getByRole("checkbox", { name, exact: true });

export const radio = (desk: Desk, name: string): Locator => desk.page.getByRole("radio", { name, exact: true });

export const table = (desk: Desk, caption: string): Locator => desk.page.getByRole("table", { name: caption, exact: true });

export const row = (within: Locator, words: string): Locator => within.getByRole("row").filter({ hasText: words });

/** A set of controls under one legend. */
export const group = (desk: Desk, legend: string | RegExp): Locator => desk.page.getByRole("group", { name: legend });

/** A part of a screen with its own heading. */
export const region = (desk: Desk, name: string | RegExp): Locator => desk.page.getByRole("region", { name });

export const dialog = (desk: Desk): Locator => desk.page.locator("dialog[open]");

export const main = (desk: Desk): Locator => desk.page.getByRole("main");
