// Every screen, and who looks at it. None of these is changed by another spec in a way that shows.
import type { Persona } from "./personas";

const ORDER = "/applications/ap_byeolha-order";

/** The parts of the product, each walked through by one person. */
export const TOURS: { who: Persona; name: string; paths: string[] }[] = [
  { who: "harin", name: "channels and apps", paths: [
    "/", "/channels", "/channels?q=%EC%97%86%EC%9D%8C", "/channels?q=%EB%B3%84%ED%95%98&state=blocked", "/channels/ch_byeolha-goods", "/channels/ch_byeolha-beans",
    "/apps", "/apps/app_byeolha-order", "/requests", "/links",
  ] },
  { who: "harin", name: "the wizard and help", paths: [
    "/links/new/app", "/links/new/channels?app=app_byeolha-order",
    "/links/new/check?app=app_byeolha-order&channels=ch_byeolha-bakery,ch_byeolha-goods", "/links/new/check?app=app_byeolha-members&channels=ch_byeolha-bakery,ch_byeolha-beans",
    "/help", "/help/channel-conversion", "/help/app-conversion", "/help/business-information", "/help/about", "/settings", "/login", "/nowhere",
  ] },
  { who: "harin", name: "an application", paths: [
    "/applications", `${ORDER}/overview`, `${ORDER}/items`, `${ORDER}/proof`, `${ORDER}/terms`, `${ORDER}/extra`, `${ORDER}/channel`, `${ORDER}/check`,
    "/preview/ap_byeolha-order", "/preview/ap_byeolha-order?lang=en&size=largest",
  ] },
  { who: "jiwoo", name: "an agency", paths: [
    "/", "/apps?state=blocked", "/apps/app_ppippi", "/links/new/channels?app=app_byeolgaru", "/applications",
    "/applications/ap_moonjar/status", "/applications/ap_moonjar/items", "/applications/ap_moonjar/terms", "/applications/ap_pureunsup/status", "/applications/ap_nabiya/status", "/preview/ap_moonjar/compare", "/applications/ap_haedam/items",
  ] },
  { who: "seojin", name: "below editor", paths: ["/", "/apps", `${ORDER}/items`] },
  { who: "seoyun", name: "a pair that drifted apart", paths: ["/", "/links", "/channels/ch_saebom-books"] },
  { who: "saebom", name: "nothing at all", paths: ["/", "/channels", "/apps", "/links", "/links/new/app", "/applications", "/requests", "/review"] },
  { who: "gunwoo", name: "the operator", paths: ["/", "/people", "/people?q=%EC%97%86%EC%9D%8C", "/settings", "/login?error=unknown_account"] },
  { who: "gunwoo", name: "the record", paths: ["/record", "/record?outcome=refused&operation=link_delete", "/record?object=app:app_byeolha-order"] },
  { who: "yuna", name: "a reviewer", paths: ["/", "/review", "/review?decided=true", "/review/ap_haedam", "/review/ap_moonjar"] },
];
